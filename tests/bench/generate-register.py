#!/usr/bin/env python3
"""generate-register.py csv|json ROWS [SEED] > FILE

Agreements with invented organisations, the same rows in both formats. Some titles hold commas, quotation marks and
accents, some descriptions line breaks, some agreements no end; providers come back, most of them with a charity number."""
import json
import random
import sys
from datetime import date, timedelta

WORDS = ("community support young people carers mental health advice housing refuge wellbeing project core costs service outreach "
         "training digital inclusion food bank older adults family arts heritage environment sports rural befriending transport "
         "employment skills debt recovery volunteering").split()
PLACES = ["Larkford", "Ashmere", "Wrenbury Vale", "Môrfa", "Saltholme", "Greyling", "Hartside", "Inverlane", "Tarnbeck", "Dunmoor"]
COLUMNS = ["id", "kind", "title", "description", "funder_id", "funder_name", "recipient_id", "recipient_name", "charity_number",
           "company_number", "amount", "currency", "award_date", "start_date", "end_date", "programme", "place_code", "place_name",
           "status", "last_modified"]


def agreement(chance, number, providers, funders):
    provider, funder = int(chance.random() ** 2 * providers), int(chance.random() ** 2 * funders)
    own = random.Random(provider)
    place = PLACES[provider % len(PLACES)]
    title = " ".join(chance.choices(WORDS, k=3)).capitalize()
    kind = chance.random()
    if kind < 0.15:
        title += f", {chance.choice(WORDS)} and {chance.choice(WORDS)}"
    elif kind < 0.17:
        title = f'"{title}" in {place}'
    elif kind < 0.21:
        title += " – café"
    words = chance.choices(WORDS, k=chance.randint(12, 24))
    description = ("\n" if chance.random() < 0.05 else " ").join([" ".join(words[:8]), " ".join(words[8:])]).capitalize() + "."
    start = date(2010, 4, 1) + timedelta(days=chance.randrange(16 * 365))
    if chance.random() < 0.6:
        start = start.replace(day=1, month=chance.choice([1, 4, 4, 4, 10]))
    days = chance.choice([365, 365, 730, 1095, 1095, 1826, 182, 91])
    pence = chance.randrange(50000, 50000000)
    charity = 1500000 + provider if own.random() < 0.8 else None
    return {
        "id": f"360G-Bench{funder:03d}-{number:07d}", "kind": chance.choice(["grant", "grant", "contract"]), "title": title,
        "description": description, "funder_id": f"GB-GOR-X{funder:04d}", "funder_name": f"{PLACES[funder % 10]} Council {funder}",
        "recipient_id": f"GB-CHC-{charity}" if charity else f"GB-COH-{20000000 + provider}",
        "recipient_name": f"{place} {own.choice(WORDS).title()} {own.choice(WORDS).title()} {'Trust' if charity else 'CIC'} {provider}",
        "charity_number": str(charity) if charity else "", "company_number": f"{20000000 + provider}",
        "amount": f"{pence // 100}.{pence % 100:02d}" if chance.random() < 0.6 else str(pence // 100), "currency": "GBP",
        "award_date": str(start - timedelta(days=chance.randrange(90))), "start_date": str(start),
        "end_date": str(start + timedelta(days=days - 1)) if chance.random() > 0.03 else "",
        "programme": f"{chance.choice(WORDS).title()} Fund {chance.randrange(200)}", "place_code": f"E{7000000 + provider % 300:08d}",
        "place_name": place, "status": chance.choice(["active", "completed", "pending"]),
        "last_modified": str(start + timedelta(days=chance.randrange(300))), "months": round(days / 30.4),
    }


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def as_json(row):
    dates = {"startDate": row["start_date"], "duration": row["months"]}
    if row["end_date"]:
        dates["endDate"] = row["end_date"]
    grant = {
        "id": row["id"], "title": row["title"], "description": row["description"], "currency": row["currency"],
        "amountAwarded": float(row["amount"]), "awardDate": row["award_date"], "plannedDates": [dates],
        "recipientOrganization": [{"id": row["recipient_id"], "name": row["recipient_name"],
                                   "charityNumber": row["charity_number"], "companyNumber": row["company_number"]}],
        "fundingOrganization": [{"id": row["funder_id"], "name": row["funder_name"]}],
        "grantProgramme": [{"title": row["programme"]}],
        "beneficiaryLocation": [{"name": row["place_name"], "geoCode": row["place_code"], "geoCodeType": "LAD"}],
        "dataSource": "https://example.org/data", "dateModified": row["last_modified"] + "T00:00:00Z",
    }
    return json.dumps(grant, ensure_ascii=False)


def main():
    form, rows = sys.argv[1], int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20260401)
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="")
    made = (agreement(chance, i + 1, rows // 6 + 5, min(300, rows // 300 + 5)) for i in range(rows))
    if form == "json":
        out.write('{"version":"1.1","grants":[\n')
        for i, row in enumerate(made):
            out.write((",\n" if i else "") + as_json(row))
        out.write("\n]}\n")
    else:
        out.write(",".join(COLUMNS) + "\r\n")
        for row in made:
            out.write(",".join(quoted(row[column]) for column in COLUMNS) + "\r\n")
    out.close()


if __name__ == "__main__":
    main()
