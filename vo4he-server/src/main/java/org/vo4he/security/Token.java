// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// The secret a caller shows to change something (`Authorization: Bearer …`). It is never logged: [#toString()] hides
/// it.
public final class Token {

    private static final int RANDOM_BYTES = 32;

    private final byte[] secret;

    private Token(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /// A new one, 256 random bits.
    public static Token random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// @throws IllegalArgumentException when it is shorter than 16 characters: such a token can be guessed
    public static Token of(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("a token has at least 16 characters, this one has " + secret.length());
        }
        return new Token(secret);
    }

    /// Compares in constant time.
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(secret, candidate.getBytes(StandardCharsets.UTF_8));
    }

    /// Compares in constant time.
    boolean hasHash(String candidate) {
        return MessageDigest.isEqual(
                hash(secret()).getBytes(StandardCharsets.US_ASCII), candidate.getBytes(StandardCharsets.US_ASCII));
    }

    /// What the file of tokens knows one by: `sha256:` and hexadecimal digits.
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The secret itself, for the file that our own commands read.
    public String secret() {
        return new String(secret, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
