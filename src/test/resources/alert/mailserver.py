# A mail server for tests, by aiosmtpd: takes messages over TLS and writes each into a file.
#
# Arguments: directory, mode (starttls, tls, or plain), certificate chain, key, login, password. An
# empty login asks for none. The port it got is written into the file `port`. An address that begins
# with `nobody` is refused for good, one with `busy` for the moment, one with `slow` answered after an
# hour.
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

directory, mode, chain, key, login, password = sys.argv[1:7]
place = pathlib.Path(directory)


class Taker:
    taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return f"550 5.1.1 <{address}>: no such mailbox"
        if address.startswith("busy"):
            return f"451 4.7.1 <{address}>: try again later"
        if address.startswith("slow"):
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Taker.taken += 1
        name = place / f"{Taker.taken:04d}.eml"
        secured = server.transport.get_extra_info("ssl_object") is not None
        envelope_lines = f"{envelope.mail_from}\n{','.join(envelope.rcpt_tos)}\n{secured}\n"
        part = place / "part"
        part.write_bytes(envelope_lines.encode() + envelope.content)
        part.rename(name)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == login.encode() and data.password == password.encode()
    return AuthResult(success=good, handled=False)


async def serve():
    context = None
    if mode != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(chain, key)

    def line():
        return SMTP(
            Taker(),
            hostname="localhost",
            require_starttls=mode == "starttls",
            tls_context=context if mode == "starttls" else None,
            authenticator=authenticate if login else None,
            auth_required=bool(login),
            auth_require_tls=mode == "starttls",
            loop=asyncio.get_running_loop(),
        )

    server = await asyncio.get_running_loop().create_server(
        line, "127.0.0.1", 0, ssl=context if mode == "tls" else None
    )
    part = place / "port.part"
    part.write_text(str(server.sockets[0].getsockname()[1]))
    part.rename(place / "port")
    await server.serve_forever()


asyncio.run(serve())
