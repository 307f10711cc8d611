// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HeaderChain;

/// A keyword as a rule names it: `OBS_ID` in the headers of the product, `GTI.TSTART` in a named HDU, `EVENTS,2.TSTART`
/// in the one of that EXTVER.
///
/// @param hdu EXTNAME, or what stands for it: `PRIMARY`, `#2`; empty for the product's own header and the primary one
/// @param version EXTVER; 0 for the first HDU of the name
record HeaderKeyword(String hdu, int version, String keyword) {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<hdu>[^{}:,]+)(?:,(?<version>[1-9][0-9]{0,4}))?\\.)?(?<keyword>HIERARCH [A-Z0-9_ -]+|[A-Z0-9_-]{1,8})");

    /// @throws IllegalArgumentException with a whole sentence
    static HeaderKeyword of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no keyword: up to 8 of A-Z 0-9 _ -, after the name of an HDU and a dot if need be");
        }
        return new HeaderKeyword(
                form.group("hdu") == null ? "" : form.group("hdu").strip(),
                form.group("version") == null ? 0 : Integer.parseInt(form.group("version")),
                form.group("keyword"));
    }

    /// The headers in which the keyword is looked for; empty when the file has no such HDU.
    Optional<HeaderChain> headers(FitsFile file, HeaderChain product) {
        return hdu.isEmpty()
                ? Optional.of(product)
                : file.hdus().stream().filter(this::isNamed).findFirst().map(HeaderChain::of);
    }

    private boolean isNamed(Hdu other) {
        return other.name().equalsIgnoreCase(hdu) && (version == 0 || other.version() == version);
    }

    /// As in the rule.
    @Override
    public String toString() {
        return (hdu.isEmpty() ? "" : hdu + (version == 0 ? "" : "," + version) + ".") + keyword;
    }
}
