# Packs a folder as a Mac does, with what macOS and Windows leave behind. Arguments: the folder, the zip.
import sys, zipfile, os
src, out = sys.argv[1], sys.argv[2]
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('evidence/', b'')
    for root, _, names in os.walk(src):
        for n in sorted(names):
            p = os.path.join(root, n); rel = os.path.relpath(p, src)
            z.write(p, 'evidence/' + rel)
            z.writestr('__MACOSX/evidence/._' + n + str(len(rel)), b'resource fork')
    z.writestr('evidence/.DS_Store', b'view settings')
    z.writestr('evidence/Thumbs.db', b'previews')
