"""Prints what openpyxl sees in a workbook, as JSON: a reader that shares no code with ours."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = {}
for sheet in book.worksheets:
    unlocked = [
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    ]
    validations = [
        {
            "type": validation.type,
            "prompt": validation.prompt,
            "formula": validation.formula1,
            "cells": str(validation.sqref),
        }
        for validation in sheet.data_validations.dataValidation
    ]
    rules = sum(len(found.rules) for found in sheet.conditional_formatting)
    sheets[sheet.title] = {
        "state": sheet.sheet_state,
        "protected": sheet.protection.sheet,
        "password": sheet.protection.password,
        "unlocked": unlocked,
        "validations": validations,
        "rules": rules,
        "freeze": sheet.freeze_panes,
        "landscape": sheet.page_setup.orientation == "landscape",
        "paper": sheet.page_setup.paperSize,
        "titles": sheet.print_title_rows,
        "area": str(sheet.print_area),
        "hiddenColumnA": sheet.column_dimensions["A"].hidden,
        "hiddenRow1": sheet.row_dimensions[1].hidden,
    }
json.dump(sheets, sys.stdout)
