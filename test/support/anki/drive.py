"""Drives a real Anki: steps as JSON on stdin, one result a step as JSON on stdout.

usage: drive.py COLLECTION.anki2

{"import": FILE}                 the counts of Anki's own log
{"dump": true}                   notes by GUID: type, fields, tags, decks, cards with their due dates and what they show
{"addTag": [GUID, TAG]}
{"answerAll": true}              every card becomes a review card due in 30 days
{"clozeNumbers": [FIELD, ...]}   numbers of the cards that each field makes
{"deckNames": true}
"""

import json
import re
import sys

from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest

LOG_KINDS = (
    "new",
    "updated",
    "duplicate",
    "conflicting",
    "first_field_match",
    "missing_notetype",
    "missing_deck",
    "empty_first_field",
)


def import_text(col, path):
    metadata = col.get_csv_metadata(path, None)
    log = col.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    counts = {kind: len(getattr(log, kind)) for kind in LOG_KINDS}
    counts["found"] = log.found_notes
    return {kind: count for kind, count in counts.items() if count}


def without_style(html):
    return re.sub(r"<style>.*?</style>", "", html, flags=re.S)


def dump(col):
    notes = {}
    for nid in col.find_notes(""):
        note = col.get_note(nid)
        cards = note.cards()
        notes.setdefault(note.guid, []).append(
            {
                "noteType": note.note_type()["name"],
                "fields": note.fields,
                "tags": note.tags,
                "decks": sorted({col.decks.name(card.did) for card in cards}),
                "cards": [
                    {
                        "ord": card.ord,
                        "due": card.due,
                        "interval": card.ivl,
                        "type": card.type,
                        "front": without_style(card.question()),
                        "back": without_style(card.answer()),
                    }
                    for card in cards
                ],
            }
        )
    return notes


def add_tag(col, guid, tag):
    nid = col.db.scalar("select id from notes where guid = ?", guid)
    col.tags.bulk_add([nid], tag)


def answer_all(col):
    col.sched.set_due_date(col.find_cards(""), "30")


def cloze_numbers(col, fields):
    numbers = []
    for field in fields:
        note = col.new_note(col.models.by_name("Cloze"))
        note["Text"] = field
        numbers.append(sorted(col._backend.cloze_numbers_in_note(note._to_backend_note())))
    return numbers


def run(col, step):
    if "import" in step:
        return import_text(col, step["import"])
    if "dump" in step:
        return dump(col)
    if "addTag" in step:
        return add_tag(col, *step["addTag"])
    if "answerAll" in step:
        return answer_all(col)
    if "clozeNumbers" in step:
        return cloze_numbers(col, step["clozeNumbers"])
    if "deckNames" in step:
        return [deck.name for deck in col.decks.all_names_and_ids()]
    raise ValueError(f"unknown step: {step}")


def main():
    col = Collection(sys.argv[1])
    try:
        results = [run(col, step) for step in json.load(sys.stdin)]
    finally:
        col.close()
    json.dump(results, sys.stdout)


main()
