"""An API on FastAPI: invoices for whoever has a token that may read them, and the webhooks of Stripe.

    uvicorn fastapi_app:app              the settings are told in trust.py
"""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from trust import INVOICES, Answer, receive, refusal

app = FastAPI()


def sent(answer: Answer) -> JSONResponse:
    return JSONResponse(answer.body, answer.status, dict(answer.headers))


@app.get("/invoices")
def invoices(request: Request) -> JSONResponse:
    refused = refusal(request.headers.get("Authorization"), "invoice:read")
    return sent(refused or Answer(200, list(INVOICES.values())))


@app.post("/webhooks/stripe")
async def stripe(request: Request) -> JSONResponse:
    # The raw bytes, and no model of the body: what a parser has read the signature fits no more. A proxy bounds their length.
    body = await request.body()
    # A store is waited for: not on the loop that serves all requests.
    return sent(await run_in_threadpool(receive, request.headers, body))
