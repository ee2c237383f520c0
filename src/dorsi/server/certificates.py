"""TLS for the local network: an authority of this machine's own, and a certificate that it signs for its addresses.

Browsers let a page work without a network, or wake the screen, only where it came encrypted. The authority can vouch
for addresses of local networks and nothing else, so that a stolen key could not pass for any other site.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from dorsi.errors import StoreUnavailable
from dorsi.server.secret_files import write_secret

_AUTHORITY_LIFE = timedelta(days=3650)
_LIFE = timedelta(days=397)
"""No longer: phones take certificates that live longer for invalid."""
_RENEWED_BEFORE = timedelta(days=30)
_SLACK = timedelta(days=1)
"""Clocks differ; a certificate counts from the day before."""
_LOCAL_NAMES = ("local", "localhost")
_LOCAL_NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "127.0.0.0/8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Files with the certificate, its key, and the certificate of the authority that devices install."""

    certificate: Path
    key: Path
    authority: Path


def certificates_for(folder: Path, hosts: tuple[str, ...], now: datetime) -> Certificates:
    """The certificate for these hosts, made or renewed where need be. Raises StoreUnavailable."""
    files = Certificates(certificate=folder / "leaf.crt", key=folder / "leaf.key", authority=folder / "ca.crt")
    try:
        authority, authority_key = _authority(folder, hosts, now)
        if not _is_good(files, hosts, authority, now):
            _issue(files, hosts, authority, authority_key, now)
    except (ValueError, x509.ExtensionNotFound) as error:
        remedy = "Delete this folder, and Dorsi makes others. Phones then have to install the new certificate."
        raise StoreUnavailable(str(folder), "the certificates there are damaged", remedy) from error
    except OSError as error:
        reason = f"the certificates cannot be kept there ({(error.strerror or 'the system refused').lower()})"
        raise StoreUnavailable(str(folder), reason, "See that you may write to this folder.") from error
    return files


def _authority(
    folder: Path, hosts: tuple[str, ...], now: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    certificate, key = folder / "ca.crt", folder / "ca.key"
    if certificate.exists() and key.exists():
        known = x509.load_pem_x509_certificate(certificate.read_bytes())
        known_key = _key(key.read_bytes())
        is_pair = known_key.public_key() == known.public_key()
        if is_pair and known.not_valid_after_utc - _LIFE > now and _may_vouch(known, hosts):
            return known, known_key
    made_key = ec.generate_private_key(ec.SECP256R1())
    made = _authority_certificate(made_key, _networks(hosts), now)
    write_secret(key, _pem(made_key))
    write_secret(certificate, made.public_bytes(Encoding.PEM))
    return made, made_key


def _networks(hosts: tuple[str, ...]) -> list[IPv4Network | IPv6Network]:
    """The networks that are local, and this machine's own address where it is in none of these."""
    networks: list[IPv4Network | IPv6Network] = [ip_network(network) for network in _LOCAL_NETWORKS]
    own = [name.value for name in _names(hosts) if isinstance(name, x509.IPAddress)]
    return networks + [ip_network(address) for address in own if not any(address in network for network in networks)]


def _may_vouch(authority: x509.Certificate, hosts: tuple[str, ...]) -> bool:
    """Whether the authority's bounds hold these hosts."""
    bounds = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    allowed = [bound.value for bound in bounds if isinstance(bound, x509.IPAddress)]
    return all(network in allowed for network in _networks(hosts))


def _authority_certificate(
    key: ec.EllipticCurvePrivateKey, networks: Sequence[IPv4Network | IPv6Network], now: datetime
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Dorsi on {socket.gethostname()[:40]}")])
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    allowed: list[x509.GeneralName] = [x509.DNSName(name) for name in _LOCAL_NAMES]
    allowed += [x509.IPAddress(network) for network in networks]
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(now + _AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )


def _is_good(files: Certificates, hosts: tuple[str, ...], authority: x509.Certificate, now: datetime) -> bool:
    """Whether the present certificate is this authority's, for these hosts, and good for a while."""
    if not files.certificate.exists() or not files.key.exists():
        return False
    known = x509.load_pem_x509_certificate(files.certificate.read_bytes())
    names = known.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    identifier = known.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
    own = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    # The one may be new and the other old, where a process ended between the two.
    is_pair = _key(files.key.read_bytes()).public_key() == known.public_key()
    lasts = known.not_valid_after_utc - _RENEWED_BEFORE > now
    return list(names) == _names(hosts) and identifier == own and is_pair and lasts


def _issue(
    files: Certificates,
    hosts: tuple[str, ...],
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Dorsi")]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(min(now + _LIFE, authority.not_valid_after_utc))
        .add_extension(x509.SubjectAlternativeName(_names(hosts)), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, SHA256())
    )
    write_secret(files.key, _pem(key))
    write_secret(files.certificate, made.public_bytes(Encoding.PEM))


def _names(hosts: tuple[str, ...]) -> list[x509.GeneralName]:
    return [_name(host) for host in dict.fromkeys((*hosts, "localhost", "127.0.0.1"))]


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _key(pem: bytes) -> ec.EllipticCurvePrivateKey:
    key = load_pem_private_key(pem, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("not the kind of key that Dorsi makes")
    return key
