python3 - > secret <<'END'
import base64, os, struct
s = lambda b: struct.pack(">I", len(b)) + b
kind, point = b"sk-ssh-ed25519@openssh.com", os.urandom(32)
half = s(kind) + s(point) + s(b"ssh:")
inner = os.urandom(4) * 2 + half + b"\1" + s(os.urandom(64)) + s(b"") + s(b"anna")
inner += bytes(range(1, 9))[: -len(inner) % 8]
whole = b"openssh-key-v1\0" + s(b"none") + s(b"none") + s(b"") + struct.pack(">I", 1) + s(half) + s(inner)
print("-----BEGIN OPENSSH PRIVATE KEY-----")
print(base64.encodebytes(whole).decode().strip())
print("-----END OPENSSH PRIVATE KEY-----")
END
