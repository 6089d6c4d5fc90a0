# Packs a folder under names with backslashes, as some programs of Windows do. Arguments: the folder, the zip.
import sys, zipfile, os
src, out = sys.argv[1], sys.argv[2]
with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as z:
    for root, _, names in os.walk(src):
        for n in sorted(names):
            p = os.path.join(root, n)
            info = zipfile.ZipInfo('x'); info.filename = os.path.relpath(p, src).replace('/', chr(92))
            info.compress_type = zipfile.ZIP_STORED
            z.writestr(info, open(p, 'rb').read())
