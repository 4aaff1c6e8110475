"""An API on Flask: invoices for whoever has a token that may read them, and the webhooks of Stripe.

    flask --app flask_app run            the settings are told in trust.py
"""

from __future__ import annotations

from flask import Flask, Response, jsonify, request

from trust import INVOICES, Answer, receive, refusal

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1 << 20


def sent(answer: Answer) -> Response:
    response = jsonify(answer.body)
    response.status_code = answer.status
    response.headers.update(answer.headers)
    return response


@app.get("/invoices")
def invoices() -> Response:
    refused = refusal(request.headers.get("Authorization"), "invoice:read")
    return sent(refused or Answer(200, list(INVOICES.values())))


@app.post("/webhooks/stripe")
def stripe() -> Response:
    # The raw bytes, before anything asks for request.json or request.form: what a parser has read the signature fits no more.
    body = request.get_data(cache=False)
    return sent(receive(request.headers, body))
