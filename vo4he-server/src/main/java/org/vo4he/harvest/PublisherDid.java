// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.vo4he.store.StoreException;

/// Publisher DIDs: `ivo://<authority>/<collection>?<path>[#EXTNAME,EXTVER]`, path and names in UTF-8, percent-encoded
/// (RFC 3986; unreserved characters and `/` stay).
final class PublisherDid {

    private static final String UNRESERVED = "-._~";
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int SHORT_ID_LENGTH = 10;
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(PublisherDid::newSha256);

    private PublisherDid() {}

    /// Knows which DIDs were given before.
    interface Given {
        boolean isGiven(String did) throws StoreException;
    }

    /// What all DIDs of a collection begin with.
    static String prefix(String authority, String collection) {
        return "ivo://" + authority + "/" + encode(collection, "") + "?";
    }

    /// The DID of a file's main product. When another product has it already, one that moved away from this path,
    /// `~2` and so on is added.
    static String ofFile(String prefix, String path, Given given) throws StoreException {
        String first = prefix + encode(path, "/");
        String did = first;
        for (int number = 2; given.isGiven(did); number++) {
            did = first + "~" + number;
        }
        return did;
    }

    /// The DID of another HDU that is a product of its own.
    ///
    /// @param version which of the HDUs of that name it is, from 1
    static String ofPeer(String mainDid, String hduName, int version) {
        return mainDid + "#" + encode(hduName, "") + "," + version;
    }

    /// The main DID within the DID of a peer.
    static String main(String did) {
        int fragment = did.indexOf('#');
        return fragment < 0 ? did : did.substring(0, fragment);
    }

    /// Ten characters of the SHA-256 of a DID in base 32 (RFC 4648, lower case): 50 bits, so that among a million
    /// products two meet with a chance of one in two thousand.
    static String shortId(String did) {
        byte[] hash = sha256(did);
        StringBuilder id = new StringBuilder(SHORT_ID_LENGTH);
        for (int i = 0; i < SHORT_ID_LENGTH; i++) {
            id.append(BASE32.charAt(fiveBits(hash, 5 * i)));
        }
        return id.toString();
    }

    private static int fiveBits(byte[] bytes, int bit) {
        int pair = (bytes[bit / 8] & 0xFF) << 8 | bytes[bit / 8 + 1] & 0xFF;
        return pair >> (11 - bit % 8) & 0x1F;
    }

    private static byte[] sha256(String text) {
        return SHA256.get().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            boolean plain = character < 128
                    && (Character.isLetterOrDigit(character)
                            || UNRESERVED.indexOf(character) >= 0
                            || kept.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}
