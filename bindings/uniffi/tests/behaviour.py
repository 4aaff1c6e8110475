"""What a corpus cannot say of the Python that uniffi writes: progress, errors thrown by a host, threads, statements as bytes."""

import json
import pathlib
import threading

import payymo

DATA = pathlib.Path(__file__).resolve().parents[3] / "examples" / "data"
PAYMENT = payymo.Transaction(
    id="t1", booked_on="2026-03-21", amount="112.00", currency="EUR", remittance="INV-2026-01042"
)
ITEM = payymo.Invoice(id="1042", number="INV-2026-01042", total="112.00", currency="EUR")


class Counts(payymo.Progress):
    def __init__(self, answer):
        self.stages = []
        self.answer = answer

    def tell(self, stage, done, all):
        self.stages.append(stage)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def code_of(call):
    try:
        call()
    except payymo.PayymoError.Failed as error:
        return error.code
    raise AssertionError("no error")


def reconcile(progress=None):
    return payymo.matching_reconcile([PAYMENT], [ITEM], progress=progress)


def main():
    progress = Counts(True)
    result = reconcile(progress)
    assert result.matches[0].allocations[0].invoice == "1042"
    assert set(progress.stages) == {"prepare", "score", "assign"}, progress.stages
    for stops in (Counts(False), Counts(RuntimeError("no"))):
        assert code_of(lambda: reconcile(stops)) == "matching.cancelled"

    statement = (DATA / "bank.camt053.xml").read_bytes()
    report = payymo.format_read(statement)
    assert report.format == "camt053" and len(report.transactions) > 20
    assert code_of(lambda: payymo.format_read(b"")) == "format.no_rows"
    assert code_of(lambda: payymo.call("no.such", "{}", [])) == "contract.operation"
    assert code_of(lambda: payymo.matching_reconcile([PAYMENT], [ITEM], options=payymo.Options(max_wrong_auto=float("nan"))))
    bad = payymo.Transaction(id="t1", booked_on="2026-02-30", amount="1.00", currency="EUR")
    assert payymo.matching_reconcile([bad], [ITEM]).errors[0].code == "input.bad_date"

    stream = payymo.Stream(name="bank.camt053.xml")
    batches = [stream.push(statement[at : at + 1000]) for at in range(0, len(statement), 1000)]
    batches.append(stream.finish())
    assert [row for batch in batches for row in batch.transactions] == report.transactions
    assert [row for batch in batches for row in batch.statements] == report.statements
    assert [place for batch in batches for place in batch.places.transactions] == report.places.transactions
    assert all(batch.summary is None for batch in batches[:-1])
    assert batches[-1].summary.records == report.records and batches[-1].summary.format == "camt053"
    assert code_of(lambda: stream.push(statement)) == code_of(stream.finish) == "contract.handle"
    assert code_of(payymo.Stream().finish) == "format.no_rows"
    assert code_of(lambda: payymo.Stream(options=payymo.ReadOptions(utc_offset_minutes=100_000))) == "input.options"
    assert code_of(lambda: payymo.Stream().call("matcher.close", '{"id": "1042"}', [])) == "contract.operation"
    lines = b"".join(b"2026-03-03,%d.00,EUR\n" % (at + 1) for at in range(20_000)).splitlines(keepends=True)
    shared = payymo.Stream(places=False)
    shared.push(b"Date,Amount,Currency\n")
    taken = []

    def push(mine):
        taken.extend(len(shared.push(b"".join(mine[at : at + 50])).transactions) for at in range(0, len(mine), 50))

    threads = [threading.Thread(target=push, args=(lines[at::8],)) for at in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    rest = shared.finish()
    assert rest.places is None and rest.summary.records == sum(taken) + len(rest.transactions) == 20_000

    matcher = payymo.Matcher([ITEM])
    answers = []

    def propose():
        for _ in range(20):
            answers.append(matcher.propose(PAYMENT).matches[0].id)

    threads = [threading.Thread(target=propose) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(answers) == 160 and len(set(answers)) == 1
    assert json.loads(matcher.call("matcher.close", '{"id": "1042"}', [])) is True
    assert matcher.propose(PAYMENT).unmatched[0].reason == "closed_invoice"

    tokens = payymo.SessionTokens(
        access="access-token", refresh="refresh-token", access_expires=1, refresh_expires=2
    )
    options = payymo.Options(audit_salt="salt-of-the-host", threads=3)
    for shown in (str(tokens), repr(tokens), f"{[tokens]}", str(options), repr(options)):
        assert "***" in shown and "-token" not in shown and "salt-of" not in shown, shown
    assert "refresh_expires: 2" in str(tokens) and "audit_salt: None" in str(payymo.Options())
    assert (tokens.access, options.audit_salt) == ("access-token", "salt-of-the-host")
    print("uniffi (Python): behaviour is right")


main()
