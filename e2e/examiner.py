"""Leads random requests to things that exist, and keeps the examiner from locking itself out.

An id made up at random leads nowhere: three of four are exchanged for one of the desk's own, in paths and in bodies. Which
one follows from what was made up, so a run can be repeated.

Sooner or later a request would revoke the token that asks, or disable the member behind it, and everything after that would
be refused at the door and prove nothing. Such requests are aimed at an id that nothing has.
"""

import hashlib
import json
import os
import re
import uuid

import schemathesis

KNOWN = json.loads(os.environ.get("EXAMINER_KNOWS", "{}"))
KEPT = set(filter(None, os.environ.get("EXAMINER_KEEPS", "").split(",")))
# Reading what is kept is no danger.
HARMLESS = {"GET", "HEAD", "OPTIONS"}
# Fields of bodies and queries, and of what they name the ids.
FIELDS = {
    "brand_id": "brands", "brand": "brands", "brands": "brands", "roles": "roles", "teams": "teams", "team": "teams",
    "team_id": "teams", "members": "staff", "skills": "skills", "assignee_id": "staff", "assignee": "staff",
    "status_id": "statuses", "status": "statuses", "customer_id": "customers", "customer": "customers",
    "attachment_ids": "attachments", "category": "categories", "ticket": "tickets",
}
NOUN = re.compile(r"([a-z-]+)/\{(\w+)\}")


@schemathesis.hook
def before_call(context, case, kwargs):
    for noun, parameter in NOUN.findall(case.operation.path):
        # Tags are known by their names, as tickets have them; by their ids they are left to chance.
        if parameter in case.path_parameters and (noun, parameter) != ("tags", "id"):
            value = aimed(noun, case.path_parameters[parameter])
            if ends(case.method.upper(), noun, str(value).lower()):
                value = str(uuid.uuid5(uuid.NAMESPACE_OID, str(value)))
            case.path_parameters[parameter] = value
    version = case.headers.get("if-match") if case.headers else None
    if version and "tickets" not in case.operation.path and chance_of(version) % 2:
        # What was just made is the first version of itself; a ticket has been written in since.
        case.headers["if-match"] = '"1"'
    if isinstance(case.body, dict):
        case.body = led(case.body)
    if isinstance(case.query, dict):
        case.query = led(case.query)


def ends(method, noun, value):
    """Whether the request would end the examiner, or the last thing of its kind."""
    if method == "DELETE" and value in KNOWN.get(noun, [])[:1]:
        return noun != "tags"
    return method not in HARMLESS and value in KEPT


def led(fields):
    """The same fields with ids of the desk; what is no text stays as it is, because wrong types are asked on purpose."""
    return {name: one(FIELDS.get(name), value) for name, value in fields.items()}


def one(noun, value):
    if noun is None:
        return value
    if isinstance(value, list):
        return [one(noun, item) for item in value]
    return aimed(noun, value) if isinstance(value, str) else value


def aimed(noun, value):
    ids = KNOWN.get(noun)
    if not ids:
        return value
    chance = chance_of(f"{noun}:{value}")
    return ids[chance // 4 % len(ids)] if chance % 4 else value


def chance_of(text):
    """A number that follows from a text and otherwise means nothing."""
    return int.from_bytes(hashlib.sha256(str(text).encode("utf-8", "replace")).digest()[:4], "big")
