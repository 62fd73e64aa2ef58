"""Opens a workbook with openpyxl and saves it again, as scripts of offices do."""

import sys

from openpyxl import load_workbook

for source, target in zip(sys.argv[1::2], sys.argv[2::2]):
    load_workbook(source).save(target)
