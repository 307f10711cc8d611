// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;

/// What a file that is not FITS seems to be, by its first bytes: a help for the archivist's message, no more.
final class SignatureOf {

    private record Signature(String start, String meaning) {}

    private static final Signature[] KNOWN = {
        new Signature("\u001f\u009d", "it is compressed by Unix compress (.Z); uncompress it first"),
        new Signature("BZh", "it is compressed by bzip2; uncompress it first"),
        new Signature("\u00fd7zXZ", "it is compressed by xz; uncompress it first"),
        new Signature("(\u00b5/\u00fd", "it is compressed by zstd; uncompress it first"),
        new Signature("PK\u0003\u0004", "it is a zip archive"),
        new Signature("\u0089PNG", "it is a PNG picture"),
        new Signature("\u0089HDF", "it is an HDF5 file"),
        new Signature("%PDF", "it is a PDF document"),
        new Signature("<?xml", "it is an XML document"),
        new Signature("XTENSION=", "it begins with an extension, without a primary header"),
        new Signature("SIMPLE", "its first card is not 'SIMPLE  =' in fixed columns"),
    };

    private SignatureOf() {}

    static String content(byte[] bytes, int length) {
        String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        for (Signature signature : KNOWN) {
            if (start.startsWith(signature.start())) {
                return signature.meaning();
            }
        }
        return "it does not begin with 'SIMPLE  ='";
    }
}
