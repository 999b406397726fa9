//! Reads a line that is laid out as we write it, many times as fast as RON is read. It knows nothing but that layout: whatever
//! else a line says, however right it may be, is declined and left to RON.

/// A line, read from its beginning to its end.
pub(super) struct Cursor<'text> {
    rest: &'text str,
}

/// What a line of ours can hold. `None` where it is written in any other way; then RON says what it is, or what is wrong.
pub(super) trait OnLine: Sized {
    fn read(line: &mut Cursor<'_>) -> Option<Self>;
}

impl<'text> Cursor<'text> {
    /// The record of a whole line, `    (id: …),`.
    pub(super) fn record<T: OnLine>(line: &'text str) -> Option<T> {
        let mut cursor = Self { rest: line.strip_prefix("    (")? };
        let record = T::read(&mut cursor)?;
        (cursor.rest == "),").then_some(record)
    }

    /// Whether this comes next; it is passed then.
    pub(super) fn has(&mut self, sign: &str) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Passes what must come next.
    pub(super) fn pass(&mut self, sign: &str) -> Option<()> {
        self.has(sign).then_some(())
    }

    /// What follows its name.
    pub(super) fn field<T: OnLine>(&mut self, name: &str) -> Option<T> {
        self.pass(name)?;
        T::read(self)
    }

    /// What follows its name, or its default where that is left out.
    pub(super) fn field_or_default<T: OnLine + Default>(&mut self, name: &str) -> Option<T> {
        if self.has(name) { T::read(self) } else { Some(T::default()) }
    }

    /// As far as the bytes are such, which are ASCII or end where a character does.
    fn while_bytes(&mut self, are: impl Fn(u8) -> bool) -> &'text str {
        let end = self.rest.bytes().position(|byte| !are(byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or(("", self.rest));
        self.rest = rest;
        taken
    }

    /// A name of letters.
    pub(super) fn word(&mut self) -> &'text str {
        self.while_bytes(|byte| byte.is_ascii_alphabetic())
    }

    /// A text in quotation marks without any escape.
    pub(super) fn quoted(&mut self) -> Option<&'text str> {
        self.pass("\"")?;
        let text = self.while_bytes(|byte| byte != b'"' && byte != b'\\');
        self.pass("\"")?;
        Some(text)
    }

    /// Digits, as few as there can be, and few enough for what they are asked for.
    fn digits(&mut self) -> Option<&'text str> {
        let digits = self.while_bytes(|byte| byte.is_ascii_digit());
        let shortest = digits == "0" || !digits.starts_with('0');
        (!digits.is_empty() && shortest && digits.len() <= 9).then_some(digits)
    }

    /// A decimal with at most so many `places`, in units of the last of them: exact.
    pub(super) fn decimal(&mut self, places: usize) -> Option<i64> {
        let negative = self.has("-");
        let whole: i64 = self.digits()?.parse().ok()?;
        let fraction = if self.has(".") { self.while_bytes(|byte| byte.is_ascii_digit()) } else { "0" };
        if fraction.is_empty() || fraction.len() > places {
            return None;
        }
        let scale = |places: usize| (0..places).fold(1_i64, |scale, _| scale * 10);
        let units = whole * scale(places) + fraction.parse::<i64>().ok()? * scale(places - fraction.len());
        Some(if negative { -units } else { units })
    }
}

impl OnLine for String {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        line.quoted().map(str::to_owned)
    }
}

impl OnLine for bool {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        line.pass("true").map(|()| true)
    }
}

impl OnLine for u32 {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        line.digits()?.parse().ok()
    }
}

impl<A: OnLine, B: OnLine> OnLine for (A, B) {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        let pair = (line.field("(")?, line.field(", ")?);
        line.pass(")").map(|()| pair)
    }
}

impl<T: OnLine> OnLine for Vec<T> {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        line.pass("[")?;
        // Most have one entry, and no room to grow.
        let mut list = Self::with_capacity(1);
        if !line.has("]") {
            list.push(T::read(line)?);
            while !line.has("]") {
                list.push(line.field(", ")?);
            }
        }
        Some(list)
    }
}
