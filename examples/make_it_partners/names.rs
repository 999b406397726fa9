//! Who is at the show. QNAP, Synology, Asus, Acer, D-Link, Bleujour, MSI, Google and Intel were there by the reports, Seagate
//! and Western Digital were not; the others are brands of the IT trade, put here to fill the halls.

/// A name and a country.
pub type Company = (&'static str, &'static str);

/// Exhibitors of one category, in the order in which they stand.
pub struct Group {
    pub category: &'static str,
    pub companies: &'static [Company],
}

const FR: &str = "France";
const US: &str = "United States";
const TW: &str = "Taiwan";
const DE: &str = "Germany";
const UK: &str = "United Kingdom";
const JP: &str = "Japan";
const CN: &str = "China";
const CH: &str = "Switzerland";
const NL: &str = "Netherlands";
const CA: &str = "Canada";
const IT: &str = "Italy";
const KR: &str = "South Korea";
const DK: &str = "Denmark";
const SE: &str = "Sweden";
const FI: &str = "Finland";

/// Those who stand in rows of Hall 1, row by row.
pub const HALL_1: &[(&[char], &[Group])] = &[
    (
        &['A'],
        &[Group {
            category: "Distribution",
            companies: &[
                ("Exclusive Networks", FR),
                ("Exertis", UK),
                ("Arrow ECS", US),
                ("Infinigate", CH),
                ("Hermitage Solutions", FR),
                ("Watsoft", FR),
                ("BeMSP", FR),
                ("Miel", FR),
                ("Config", FR),
                ("MCA Technology", FR),
                ("EET Group", DK),
                ("Itancia", FR),
                ("Jarltech", DE),
                ("BlueStar", US),
                ("ScanSource", US),
                ("ALSO France", FR),
            ],
        }],
    ),
    (
        &['B', 'C'],
        &[
            Group {
                category: "PC and servers",
                companies: &[
                    ("Acer", TW),
                    ("MSI", TW),
                    ("Bleujour", FR),
                    ("Hewlett Packard Enterprise", US),
                    ("Fujitsu", JP),
                    ("Dynabook", JP),
                    ("Shuttle", TW),
                    ("Panasonic Connect", JP),
                    ("Getac", TW),
                    ("Durabook", TW),
                    ("Honeywell", US),
                    ("Huawei", CN),
                    ("Crosscall", FR),
                    ("Thomson Computing", FR),
                    ("2CRSi", FR),
                    ("Medion", DE),
                    ("LDLC Pro", FR),
                    ("IGEL", DE),
                    ("Archos", FR),
                ],
            },
            Group {
                category: "Components",
                companies: &[
                    ("AMD", US),
                    ("Nvidia", US),
                    ("Gigabyte", TW),
                    ("ASRock", TW),
                    ("Zotac", CN),
                    ("PNY", US),
                    ("Corsair", US),
                    ("Cooler Master", TW),
                    ("be quiet!", DE),
                    ("Noctua", "Austria"),
                    ("Fractal Design", SE),
                    ("NZXT", US),
                    ("Seasonic", TW),
                    ("Antec", US),
                    ("Thermaltake", TW),
                    ("Inno3D", CN),
                    ("Palit", TW),
                    ("Sapphire", CN),
                    ("Biostar", TW),
                    ("Arctic", DE),
                    ("Lian Li", TW),
                    ("FSP", TW),
                ],
            },
            Group {
                category: "Memory",
                companies: &[
                    ("Adata", TW),
                    ("Crucial", US),
                    ("Kingston", US),
                    ("G.Skill", TW),
                    ("Teamgroup", TW),
                    ("Transcend", TW),
                    ("Patriot", US),
                    ("Lexar", CN),
                    ("Integral", UK),
                ],
            },
            Group {
                category: "Displays",
                companies: &[
                    ("BenQ", TW),
                    ("iiyama", JP),
                    ("LG", KR),
                    ("Sony", JP),
                    ("ViewSonic", US),
                    ("AOC", TW),
                    ("Eizo", JP),
                    ("Optoma", TW),
                    ("Promethean", UK),
                    ("Speechi", FR),
                    ("Vogel's", NL),
                    ("Barco", "Belgium"),
                    ("Hannspree", TW),
                ],
            },
        ],
    ),
    (
        &['E'],
        &[
            Group {
                category: "Storage",
                companies: &[
                    ("QNAP", TW),
                    ("Synology", TW),
                    ("Asustor", TW),
                    ("TerraMaster", CN),
                    ("Toshiba", JP),
                    ("Pure Storage", US),
                    ("NetApp", US),
                    ("Promise Technology", TW),
                    ("Buffalo", JP),
                    ("QSAN", TW),
                    ("StarWind", US),
                    ("DataCore", US),
                    ("Scality", FR),
                    ("Quantum", US),
                    ("IBM", US),
                    ("Verbatim", TW),
                ],
            },
            Group {
                category: "Backup",
                companies: &[
                    ("Acronis", CH),
                    ("Veeam", CH),
                    ("Arcserve", US),
                    ("Wasabi", US),
                    ("NAKIVO", US),
                    ("Beemo Technologie", FR),
                    ("Commvault", US),
                    ("Cohesity", US),
                    ("Rubrik", US),
                    ("Atempo", FR),
                    ("MSP360", US),
                ],
            },
            Group {
                category: "Peripherals",
                companies: &[
                    ("Logitech", CH),
                    ("Mobilis", FR),
                    ("CHERRY", DE),
                    ("Belkin", US),
                    ("StarTech.com", CA),
                    ("Ergotron", US),
                ],
            },
        ],
    ),
    (
        &['F'],
        &[
            Group {
                category: "Security",
                companies: &[
                    ("Sophos", UK),
                    ("Bitdefender", "Romania"),
                    ("ESET", "Slovakia"),
                    ("Kaspersky", CH),
                    ("WithSecure", FI),
                    ("Stormshield", FR),
                    ("Fortinet", US),
                    ("SonicWall", US),
                    ("WatchGuard", US),
                    ("Check Point", "Israel"),
                    ("Palo Alto Networks", US),
                    ("Trend Micro", JP),
                    ("G DATA", DE),
                    ("Vade", FR),
                    ("Wallix", FR),
                    ("Olfeo", FR),
                    ("Barracuda", US),
                    ("Yubico", SE),
                    ("Axis Communications", SE),
                    ("LockSelf", FR),
                ],
            },
            Group {
                category: "Printing",
                companies: &[
                    ("Brother", JP),
                    ("Canon", JP),
                    ("Epson", JP),
                    ("Kyocera", JP),
                    ("Lexmark", US),
                    ("OKI", JP),
                    ("Ricoh", JP),
                    ("Xerox", US),
                    ("Konica Minolta", JP),
                    ("Armor", FR),
                    ("Dymo", US),
                    ("Evolis", FR),
                    ("PaperCut", "Australia"),
                ],
            },
        ],
    ),
    (
        &['G'],
        &[
            Group {
                category: "Networks",
                companies: &[
                    ("D-Link", TW),
                    ("Zyxel", TW),
                    ("Netgear", US),
                    ("TP-Link", CN),
                    ("Ubiquiti", US),
                    ("Cambium Networks", US),
                    ("Ruckus", US),
                    ("Aruba", US),
                    ("Juniper Networks", US),
                    ("Extreme Networks", US),
                    ("Allied Telesis", JP),
                    ("EnGenius", TW),
                    ("DrayTek", TW),
                    ("Teltonika", "Lithuania"),
                    ("Peplink", CN),
                    ("MikroTik", "Latvia"),
                    ("Moxa", TW),
                    ("Edimax", TW),
                    ("AVM", DE),
                    ("devolo", DE),
                    ("Alcatel-Lucent Enterprise", FR),
                    ("Ucopia", FR),
                ],
            },
            Group {
                category: "Power and racks",
                companies: &[
                    ("APC by Schneider Electric", FR),
                    ("Eaton", "Ireland"),
                    ("Vertiv", US),
                    ("Rittal", DE),
                    ("Riello UPS", IT),
                    ("Legrand", FR),
                    ("Socomec", FR),
                    ("Infosec", FR),
                    ("CyberPower", TW),
                ],
            },
        ],
    ),
];

/// Those who stand on the mezzanine.
pub const MEZZANINE: &[Group] = &[
    Group {
        category: "Telephony",
        companies: &[
            ("Yealink", CN),
            ("Poly", US),
            ("EPOS", DK),
            ("Gigaset", DE),
            ("Grandstream", US),
            ("3CX", "Cyprus"),
            ("Mitel", CA),
            ("Fanvil", CN),
            ("Konftel", SE),
            ("Ringover", FR),
            ("Sewan", FR),
            ("Bouygues Telecom Entreprises", FR),
            ("SFR Business", FR),
            ("Orange Business Services", FR),
        ],
    },
    Group {
        category: "Cloud and hosting",
        companies: &[
            ("OVHcloud", FR),
            ("Ikoula", FR),
            ("Scaleway", FR),
            ("Infomaniak", CH),
            ("POST Luxembourg", "Luxembourg"),
            ("Gandi", FR),
            ("IONOS", DE),
            ("Outscale", FR),
            ("Claranet", UK),
            ("Adista", FR),
            ("Celeste", FR),
        ],
    },
    Group {
        category: "Software",
        companies: &[
            ("Sage", UK),
            ("EBP", FR),
            ("Cegid", FR),
            ("TeamViewer", DE),
            ("Splashtop", US),
            ("Paessler", DE),
            ("Centreon", FR),
            ("Parallels", US),
            ("Citrix", US),
            ("VMware", US),
            ("Odoo", "Belgium"),
            ("Devolutions", CA),
            ("NinjaOne", US),
            ("RG System", FR),
            ("Zeendoc", FR),
            ("Open Bee", FR),
        ],
    },
    Group {
        category: "Services",
        companies: &[
            ("Éditions ENI", FR),
            ("ib Cegos", FR),
            ("Grenke", DE),
            ("Leasecom", FR),
            ("BNP Paribas Leasing Solutions", FR),
            ("Ontrack", US),
            ("Recoveo", FR),
            ("Recommerce", FR),
        ],
    },
];

/// The islands: number, name, country, category.
pub const ISLANDS: [(&str, &str, &str, &str); 11] = [
    ("A11", "Ingram Micro", US, "Distribution"),
    ("A17", "TD Synnex", US, "Distribution"),
    ("A21", "Dell Technologies", US, "PC and servers"),
    ("A27", "HP", US, "PC and servers"),
    ("D01", "Lenovo", CN, "PC and servers"),
    ("D07", "Samsung", KR, "Displays"),
    ("D11", "Intel", US, "Components"),
    ("D21", "Google", US, "PC and servers"),
    ("D27", "Microsoft", US, "Software"),
    ("D31", "Asus", TW, "PC and servers"),
    ("D37", "Cisco", US, "Networks"),
];

/// Those whose two booths are known beforehand.
pub const TWO_BOOTHS_AT: [(&str, [&str; 2]); 2] = [("ALSO France", ["A39", "A40"]), ("Synology", ["E21", "E23"])];

/// Those who take two booths wherever two are free side by side.
pub const TWO_BOOTHS: [&str; 12] = [
    "Acer",
    "MSI",
    "Nvidia",
    "Kingston",
    "iiyama",
    "QNAP",
    "Acronis",
    "Fortinet",
    "Canon",
    "D-Link",
    "Ubiquiti",
    "APC by Schneider Electric",
];

/// Those who are guests on the booth of another: host, name, country, category.
pub const GUESTS: [(&str, &str, &str, &str); 10] = [
    ("Synology", "Cubbit", IT, "Cloud and hosting"),
    ("Ingram Micro", "Kensington", US, "Peripherals"),
    ("Ingram Micro", "Targus", US, "Peripherals"),
    ("TD Synnex", "Jabra", DK, "Telephony"),
    ("TD Synnex", "Zebra Technologies", US, "PC and servers"),
    ("Exclusive Networks", "Gatewatcher", FR, "Security"),
    ("Infinigate", "Malwarebytes", US, "Security"),
    ("Exertis", "Port Designs", FR, "Peripherals"),
    ("Watsoft", "Altospam", FR, "Security"),
    ("Intel", "Supermicro", US, "PC and servers"),
];

/// Those who share a booth with another as equals: the other, name, country, category.
pub const EQUALS: [(&str, &str, &str, &str); 4] = [
    ("AOC", "Philips", NL, "Displays"),
    ("Toshiba", "Kioxia", JP, "Storage"),
    ("Palit", "Gainward", TW, "Components"),
    ("Centreon", "Teclib", FR, "Software"),
];

/// Those without a booth: name, country, category, note.
pub const TO_PLACE: [(&str, &str, &str, &str); 12] = [
    ("Seagate", US, "Storage", "A regular, came in 2021; did not come in 2022."),
    ("Western Digital", US, "Storage", "A prospect: has never taken a stand."),
    ("Terra Computer", DE, "PC and servers", "Asks for 9 m²."),
    ("Infortrend", TW, "Storage", "Asks for 9 m², near the other makers of NAS."),
    ("Overland-Tandberg", US, "Backup", "Asks for 6 m²."),
    ("Snom", DE, "Telephony", "Asks for 6 m² on the mezzanine."),
    ("Wildix", IT, "Telephony", "Asks for an island of 18 m²."),
    ("LANCOM Systems", DE, "Networks", "Asks for 9 m²."),
    ("Nutanix", US, "Software", "Asks for 18 m²."),
    ("Datto", US, "Backup", "Asks for a corner."),
    ("Hornetsecurity", DE, "Security", "Asks for 9 m²."),
    ("Mailinblack", FR, "Security", "Asks for 6 m²."),
];
