"""Sends one message to Stoa by STOMP, with nothing but a socket.

    python3 send_message.py 127.0.0.1 7672 \
      '{"kind": "work.echo", "payload": {"text": "hello"}, "key": "order-7",
        "organisation": "…", "token": "…"}'
"""

import socket
import sys


def frame(command, headers, body=b""):
    lines = [command] + [f"{name}:{value}" for name, value in headers.items()]
    return "\n".join(lines).encode() + b"\n\n" + body + b"\0"


def answer(connection):
    """One frame of the broker, up to its NUL."""
    received = b""
    while not received.rstrip(b"\n").endswith(b"\0"):
        part = connection.recv(4096)
        if not part:
            raise ConnectionError("the broker closed the connection")
        received += part
    return received.decode().strip("\n\0")


def send(host, port, message):
    body = message.encode()
    with socket.create_connection((host, port), timeout=30) as connection:
        connection.sendall(frame("CONNECT", {"login": "guest", "passcode": "guest"}))
        if not answer(connection).startswith("CONNECTED"):
            raise ConnectionError("the broker refused the connection")
        connection.sendall(
            frame(
                "SEND",
                {
                    "destination": "/queue/stoa.inbound",
                    "persistent": "true",
                    "content-length": len(body),
                    "receipt": "1",
                },
                body,
            )
        )
        # The receipt says that the broker has it; without it, send again with the same key.
        if not answer(connection).startswith("RECEIPT"):
            raise ConnectionError("the broker refused the message")
        connection.sendall(frame("DISCONNECT", {}))


if __name__ == "__main__":
    send(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    print("Sent.")
