//! Which addresses of the internet are public.
//!
//! After the IANA registries of special-purpose addresses (RFC 6890 and its updates, as of 2025), and the addresses at
//! which clouds tell their machines secrets. An IPv6 address that stands for an IPv4 one (mapped, NAT64) is judged by
//! the latter; tunnels (6to4, Teredo) are refused, as one cannot see from outside where they end.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A network in CIDR notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

/// Why a text is no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a network such as 10.1.0.0/16 or fd00:1::/32")]
pub struct NetworkError;

impl Network {
    const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Self {
        Network { address: IpAddr::V4(Ipv4Addr::new(a, b, c, d)), prefix }
    }

    const fn v6(a: u16, b: u16, c: u16, prefix: u8) -> Self {
        Network { address: IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)), prefix }
    }

    /// Tells whether an address lies in the network. An IPv4 address never lies in an IPv6 network, nor the other way.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                (own.to_bits() ^ other.to_bits()).leading_zeros() >= u32::from(self.prefix)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                (own.to_bits() ^ other.to_bits()).leading_zeros() >= u32::from(self.prefix)
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = NetworkError;

    /// Reads `address/prefix`, or an address alone. Bits behind the prefix have to be zero, as they hint at a mistake.
    fn from_str(text: &str) -> Result<Self, NetworkError> {
        let (address, prefix) =
            text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.parse().map_err(|_unclear| NetworkError)?;
        let (longest, bits_behind) = match address {
            IpAddr::V4(address) => (32, address.to_bits().trailing_zeros()),
            IpAddr::V6(address) => (128, address.to_bits().trailing_zeros()),
        };
        let prefix =
            prefix.map_or(Ok(longest), |prefix| prefix.parse().map_err(|_unclear| NetworkError))?;
        let fits = prefix <= longest && u32::from(longest - prefix) <= bits_behind;
        if fits { Ok(Network { address, prefix }) } else { Err(NetworkError) }
    }
}

const NOT_PUBLIC_V4: [Network; 19] = [
    Network::v4(0, 0, 0, 0, 8),        // this network
    Network::v4(10, 0, 0, 0, 8),       // private
    Network::v4(100, 64, 0, 0, 10), // carrier-grade NAT; 100.100.100.200 tells secrets at Alibaba
    Network::v4(127, 0, 0, 0, 8),   // loopback
    Network::v4(168, 63, 129, 16, 32), // Azure's host
    Network::v4(169, 254, 0, 0, 16), // link-local; 169.254.169.254 tells secrets in most clouds
    Network::v4(172, 16, 0, 0, 12), // private
    Network::v4(192, 0, 0, 0, 24),  // protocol assignments; 192.0.0.192 tells secrets at Oracle
    Network::v4(192, 0, 2, 0, 24),  // documentation
    Network::v4(192, 31, 196, 0, 24), // AS112
    Network::v4(192, 52, 193, 0, 24), // multicast tunnelling
    Network::v4(192, 88, 99, 0, 24), // 6to4 relays
    Network::v4(192, 168, 0, 0, 16), // private
    Network::v4(192, 175, 48, 0, 24), // AS112
    Network::v4(198, 18, 0, 0, 15), // benchmarks
    Network::v4(198, 51, 100, 0, 24), // documentation
    Network::v4(203, 0, 113, 0, 24), // documentation
    Network::v4(224, 0, 0, 0, 4),   // multicast
    Network::v4(240, 0, 0, 0, 4),   // reserved, broadcast
];

/// All that is assigned of IPv6 for the public: everything outside of it is refused.
const GLOBAL_UNICAST: Network = Network::v6(0x2000, 0, 0, 3);

const NOT_PUBLIC_V6: [Network; 5] = [
    Network::v6(0x2001, 0, 0, 23), // protocol assignments, Teredo among them
    Network::v6(0x2001, 0x0DB8, 0, 32), // documentation
    Network::v6(0x2002, 0, 0, 16), // 6to4
    Network::v6(0x2620, 0x004F, 0x8000, 48), // AS112
    Network::v6(0x3FFF, 0, 0, 20), // documentation
];

const NAT64: Network = Network::v6(0x0064, 0xFF9B, 0, 96);

/// Tells whether an address belongs to somebody on the public internet.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(_) => !NOT_PUBLIC_V4.iter().any(|network| network.contains(address)),
        IpAddr::V6(v6) => match embedded(v6) {
            Some(v4) => is_public(IpAddr::V4(v4)),
            None => {
                GLOBAL_UNICAST.contains(address)
                    && !NOT_PUBLIC_V6.iter().any(|network| network.contains(address))
            }
        },
    }
}

/// Gives the IPv4 address that an IPv6 address stands for.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    if !NAT64.contains(IpAddr::V6(address)) {
        return address.to_ipv4_mapped();
    }
    let [.., a, b, c, d] = address.octets();
    Some(Ipv4Addr::new(a, b, c, d))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn public_addresses_are_public() {
        for text in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "168.63.129.15",
            "2606:4700:4700::1111",
            "2001:4860:4860::8888",
            "2a00:1450:4001:81b::200e",
            "2003::1",
            "64:ff9b::8.8.8.8",
            "::ffff:8.8.8.8",
            "3ffe::1",
        ] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn everything_else_is_not() {
        for text in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "168.63.129.16",
            "169.254.169.254",
            "169.254.0.1",
            "169.254.170.2",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.0.170",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.255",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:0:127.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:db8::1",
            "2001:10::1",
            "2002:7f00:1::",
            "2002:808:808::1",
            "2620:4f:8000::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fdff::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "ff0e::1",
            "4000::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn networks_are_read_and_hold_their_addresses() {
        let holds = |network: &str, address: &str| {
            network.parse::<Network>().unwrap().contains(address.parse().unwrap())
        };
        assert!(holds("10.1.0.0/16", "10.1.255.255"));
        assert!(!holds("10.1.0.0/16", "10.2.0.0"));
        assert!(holds("10.1.2.3", "10.1.2.3"));
        assert!(!holds("10.1.2.3", "10.1.2.4"));
        assert!(holds("0.0.0.0/0", "255.255.255.255"));
        assert!(holds("fd00:1::/32", "fd00:1:ffff::1"));
        assert!(!holds("fd00:1::/32", "fd00:2::1"));
        assert!(holds("::/0", "ff02::1"));
        assert!(!holds("0.0.0.0/0", "::1"));
        for text in [
            "",
            "10",
            "10.1.0.0/33",
            "10.1.0.1/16",
            "fd00::/129",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "host/8",
        ] {
            assert_eq!(text.parse::<Network>(), Err(NetworkError), "{text}");
        }
    }
}
