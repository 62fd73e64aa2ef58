"""Reads the files for other statistical systems with Python alone and holds every figure against the workbook itself.

Usage: read-systems.py WORKBOOK SDMX.csv STRUCTURE.json DHIS2.csv
Prints JSON: how many figures each has, and the differences. Knows nothing of the program but what docs/other-systems.md
says of these files and docs/file-formats.md of the keys of a workbook.
"""
import csv, json, sys
from decimal import Decimal
import openpyxl

SIGNS = {'-', '...', 'x'}


def text_of(value):
    """A number without trailing zeros, or a sign."""
    if isinstance(value, str):
        return value.strip()
    number = Decimal(repr(value)).normalize()
    return format(number, 'f')


def of_workbook(path):
    found = {}
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if sheet['A1'].value != 'chitieu:keys:1' or sheet.title == 'Bìa':
            continue
        unit, reporter = str(sheet['B1'].value).removeprefix('chitieu:of:').split('|')[:2]
        columns = {cell.column: str(cell.value).split('|') for cell in sheet[1] if str(cell.value).endswith('|value')}
        for row in sheet.iter_rows(min_row=2):
            key = row[0].value
            if not isinstance(key, str) or key.count('|') != 1:
                continue
            for cell in row[1:]:
                said = columns.get(cell.column)
                value = cell.value
                if said is None or value is None or str(value).startswith('=') or cell.protection.locked:
                    continue
                if isinstance(value, (int, float)) or value.strip() in SIGNS:
                    indicator, stratum = key.split('|')
                    found[(unit, reporter, indicator, stratum, said[0], said[1])] = text_of(value)
    return found


def id_of(code):
    return code.replace('_', '.', 1)


def of_sdmx(path, structure):
    with open(structure, encoding='utf-8') as file:
        data = json.load(file)['data']
    lists = {one['id']: {code['id'] for code in one['codes']} for one in data['codelists']}
    signs = {'NIL': '-', 'NA': '...', 'NAP': 'x'}
    components = data['dataStructures'][0]['dataStructureComponents']
    listed = {}
    for one in components['dimensionList']['dimensions'] + components['attributeList']['attributes']:
        urn = (one.get('localRepresentation') or {}).get('enumeration')
        if urn:
            listed[one['id']] = lists[urn.split(':')[-1].split('(')[0]]
    found, wrong = {}, []
    with open(path, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            for column, codes in listed.items():
                if row[column] != '' and row[column] not in codes:
                    wrong.append(f'{column}={row[column]} is in no list')
            key = (id_of(row['REF_AREA']), id_of(row['REPORTER']), row['INDICATOR'], row['STRATUM'])
            found[(*key, row['TIME_PERIOD'], row['VINTAGE'])] = signs.get(row['SIGN'], row['OBS_VALUE'])
    return found, wrong


def of_dhis2(path):
    found = {}
    with open(path, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            period = row['period'] if len(row['period']) == 4 else f"{row['period'][:4]}-{row['period'][4:]}"
            key = (id_of(row['orgunit']), id_of(row['strby']), row['dataelement'], row['catoptcombo'] or '_T')
            value = '-' if row['cmt'].startswith('"-"') else row['value']
            found[(*key, period, row['attroptcombo'])] = value
    return found


def differences(name, wanted, found):
    keys = sorted(wanted.keys() | found.keys())
    return [f'{name} {"|".join(key)}: {wanted.get(key)} / {found.get(key)}' for key in keys if wanted.get(key) != found.get(key)]


workbook = of_workbook(sys.argv[1])
sdmx, wrong = of_sdmx(sys.argv[2], sys.argv[3])
dhis2 = of_dhis2(sys.argv[4])
without = {key: value for key, value in workbook.items() if value not in ('...', 'x')}
print(json.dumps({
    'workbook': len(workbook), 'sdmx': len(sdmx), 'dhis2': len(dhis2), 'leftOut': len(workbook) - len(without),
    'differences': wrong + differences('sdmx', workbook, sdmx) + differences('dhis2', without, dhis2),
}, ensure_ascii=False))
