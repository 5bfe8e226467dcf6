"""Which network addresses lie on the open internet; everything else may be a machine of the user's own."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# IANA's special-purpose registries, kept here so that the answer does not hang on the version of Python.
_NOT_GLOBAL_4 = tuple(
    map(
        IPv4Network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
            *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
            *("224.0.0.0/4", "240.0.0.0/4"),
        ),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_NOT_GLOBAL_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20")))
_NAT64 = IPv6Network("64:ff9b::/96")
_TEREDO = IPv6Network("2001::/32")
_COMPATIBLE = IPv6Network("::/96")


def is_global(words: str) -> bool:
    """True for an address that only the open internet has, also after taking out every address hidden in it."""
    try:
        address = ip_address(words)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_global_4(address)
    if address.scope_id is not None:
        return False
    hidden = _hidden_in(address)
    if hidden:
        return all(map(_is_global_4, hidden))
    return address in _GLOBAL_6 and not any(address in block for block in _NOT_GLOBAL_6)


def _is_global_4(address: IPv4Address) -> bool:
    return not any(address in block for block in _NOT_GLOBAL_4)


def _hidden_in(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, compatible, 6to4, Teredo (server and client), NAT64."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address in _TEREDO and address.teredo:
        return address.teredo
    if address in _NAT64 or address in _COMPATIBLE:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()
