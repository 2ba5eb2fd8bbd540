"""Drives a real Anki: steps as JSON on stdin, one result a step as JSON on stdout.

usage: drive.py COLLECTION.anki2

{"import": FILE}                 the counts of Anki's own log
{"dump": true}                   notes by GUID: type, fields, tags, decks, cards with their due dates and what they show
{"addTag": [GUID, TAG]}
{"answerAll": true}              every card becomes a review card due in 30 days
{"clozeNumbers": [FIELD, ...]}   numbers of the cards that each field makes
{"deckNames": true}
{"add": [[TYPE, FIELDS, DECK, TAGS]]}       their GUIDs
{"media": {NAME: TEXT}}
{"history": [[GUID, ORD, [[DAYS_AGO, EASE, IVL, TYPE], ...], DUE_IN]]}  a past, with the card due in so many days
{"answer": [[GUID, ORD, EASE]]}             by Anki's own scheduler, now
{"edit": [GUID, FIELD, TEXT]}
{"exportPackage": PATH, "legacy": BOOL}     with scheduling, presets and media
{"importPackage": PATH}                     with scheduling; the counts of Anki's own log
{"states": true}                            cards by GUID and ordinal: type, queue, interval, days until due, memory as Anki computes it
{"reviews": true}                           rows of the log by GUID and ordinal: instant, ease, interval, type
{"fsrs": true}
{"exportNotes": {html, guid}}    the text of Notes in Plain Text, with everything else ticked
{"exportCards": HTML}            the text of Cards in Plain Text
{"importAlone": [FILE, ...]}     for each file the fields of the notes that it adds, in order; they are removed again
{"headers": [FILE, ...]}         what Anki reads from the headers of each file
{"mediaNames": true}
{"noteTypes": true}
"""

import json
import os
import re
import sys
import tempfile
import time

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
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
    return counts_of(col.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log)


def counts_of(log):
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


def add_notes(col, rows):
    guids = []
    for name, fields, deck, tags in rows:
        note = col.new_note(col.models.by_name(name))
        note.fields = fields
        note.tags = tags
        col.add_note(note, col.decks.id(deck))
        guids.append(note.guid)
    return guids


def add_media(col, files):
    for name, text in files.items():
        with open(os.path.join(col.media.dir(), name), "w") as file:
            file.write(text)


def card_of(col, guid, ord):
    sql = "select c.id from cards c, notes n where n.id = c.nid and n.guid = ? and c.ord = ?"
    return col.get_card(col.db.scalar(sql, guid, ord))


def set_history(col, pasts):
    now = int(time.time() * 1000)
    for index, (guid, ord, rows, due_in) in enumerate(pasts):
        card = card_of(col, guid, ord)
        last = 0
        for days, ease, ivl, kind in rows:
            at = now - int(days * 86_400_000) + index
            sql = "insert into revlog values (?,?,-1,?,?,?,?,?,?)"
            col.db.execute(sql, at, card.id, ease, ivl, last, 2500, 5000, kind)
            last = ivl
        card.type = card.queue = 2
        card.ivl = last
        card.factor = 2500
        card.reps = len(rows)
        card.due = col.sched.today + due_in
        col.update_card(card)


def answer(col, answers):
    for guid, ord, ease in answers:
        card = card_of(col, guid, ord)
        card.start_timer()
        states = col._backend.get_scheduling_states(card.id)
        col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=ease - 1))
        time.sleep(0.005)


def edit(col, guid, field, text):
    note = col.get_note(col.db.scalar("select id from notes where guid = ?", guid))
    note.fields[field] = text
    col.update_note(note)


def export_package(col, path, legacy):
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
    )
    return col.export_anki_package(out_path=path, options=options, limit=None)


def import_package(col, path):
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    return counts_of(col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)).log)


def cards_by_name(col):
    sql = "select n.guid, c.ord, c.id from cards c, notes n where n.id = c.nid"
    return {f"{guid}:{ord}": col.get_card(cid) for guid, ord, cid in col.db.all(sql)}


def states(col):
    result = {}
    for name, card in cards_by_name(col).items():
        memory = col._backend.compute_memory_state(card.id).state if card.type else None
        kept = card.memory_state
        days = card.due - col.sched.today if card.queue in (2, 3) or card.type == 2 else None
        result[name] = {
            "type": card.type,
            "queue": card.queue,
            "interval": card.ivl,
            "due": card.due,
            "reps": card.reps,
            "lapses": card.lapses,
            "flag": card.flags & 7,
            "dueIn": days,
            "memory": memory and [memory.stability, memory.difficulty],
            "kept": kept and [kept.stability, kept.difficulty],
            "deck": col.decks.name(card.did),
        }
    return result


def reviews(col):
    names = {card.id: name for name, card in cards_by_name(col).items()}
    rows = {}
    for cid, at, ease, ivl, kind in col.db.all("select cid, id, ease, ivl, type from revlog order by id"):
        rows.setdefault(names.get(cid, "?"), []).append([at, ease, ivl, kind])
    return rows


def text_of(export):
    path = os.path.join(tempfile.mkdtemp(prefix="recto-anki-"), "out.txt")
    export(path)
    with open(path, encoding="utf8", newline="") as file:
        return file.read()


def export_notes(col, html, guid):
    return text_of(
        lambda path: col.export_note_csv(
            out_path=path, limit=None, with_html=html, with_tags=True, with_deck=True, with_notetype=True, with_guid=guid
        )
    )


def import_alone(col, path):
    import_text(col, path)
    added = sorted(col.find_notes(""))
    fields = [col.get_note(nid).fields for nid in added]
    col.remove_notes(added)
    return fields


def headers(col, path):
    read = col.get_csv_metadata(path, None)
    return {
        "delimiter": read.delimiter if read.force_delimiter else None,
        "isHtml": read.is_html if read.force_is_html else None,
        "tags": list(read.global_tags),
        "guid": read.guid_column,
        "noteType": read.notetype_column,
        "deck": read.deck_column,
        "ifMatches": read.dupe_resolution,
        "matchScope": read.match_scope,
    }


def run(col, step):
    if "add" in step:
        return add_notes(col, step["add"])
    if "media" in step:
        return add_media(col, step["media"])
    if "history" in step:
        return set_history(col, step["history"])
    if "answer" in step:
        return answer(col, step["answer"])
    if "edit" in step:
        return edit(col, *step["edit"])
    if "exportPackage" in step:
        return export_package(col, step["exportPackage"], step["legacy"])
    if "importPackage" in step:
        return import_package(col, step["importPackage"])
    if "states" in step:
        return states(col)
    if "reviews" in step:
        return reviews(col)
    if "mediaNames" in step:
        return sorted(os.listdir(col.media.dir()))
    if "noteTypes" in step:
        return sorted(kind.name for kind in col.models.all_names_and_ids())
    if "fsrs" in step:
        return bool(col.set_config("fsrs", True))
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
    if "exportNotes" in step:
        return export_notes(col, **step["exportNotes"])
    if "exportCards" in step:
        return text_of(lambda path: col.export_card_csv(out_path=path, limit=None, with_html=step["exportCards"]))
    if "importAlone" in step:
        return [import_alone(col, path) for path in step["importAlone"]]
    if "headers" in step:
        return [headers(col, path) for path in step["headers"]]
    raise ValueError(f"unknown step: {step}")


def main():
    col = Collection(sys.argv[1])
    try:
        results = [run(col, step) for step in json.load(sys.stdin)]
    finally:
        col.close()
    json.dump(results, sys.stdout)


main()
