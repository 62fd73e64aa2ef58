import openpyxl,sys,shutil,re
for n in (2,3,4,5):
    src=f'/tmp/wt/rules/test/workbook/issued/schema-{n}.xlsx'
    wb=openpyxl.load_workbook(src)
    done=[]
    for ws in wb:
        if ws.title=='_meta': continue
        k=0
        for row in ws.iter_rows():
            for c in row:
                if isinstance(c.value,str) and c.value.startswith('=') and k<3 and (c.row%7==3):
                    c.value=777+k; k+=1; done.append((ws.title,c.coordinate))
    wb.save(f'over-{n}.xlsx'); print(n,done)
