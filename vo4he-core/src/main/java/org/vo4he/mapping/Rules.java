// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.ogip.HeaderChain;

/// The archivist's rules: constants per pattern of file, which win over tags and inference. Immutable.
///
/// ```yaml
/// rules:
///   - match: "*.evt*"
///     when: {TELESCOP: XMM}
///     set:
///       obs_collection: My archive
/// ```
public final class Rules {

    private static final Rules NONE = new Rules(List.of(), hash(new byte[0]));

    private final List<Rule> rules;
    private final String hash;

    private Rules(List<Rule> rules, String hash) {
        this.rules = rules;
        this.hash = hash;
    }

    /// @throws RulesException if the file can't be read or holds something that is no rule
    public static Rules read(Path file) throws RulesException {
        String name = file.getFileName().toString();
        try {
            byte[] content = Files.readAllBytes(file);
            return new Rules(RulesReader.read(name, content), hash(content));
        } catch (IOException e) {
            throw new RulesException(name, "can't be read: " + e.getMessage(), e);
        }
    }

    /// Rules that set nothing.
    public static Rules none() {
        return NONE;
    }

    /// SHA-256 of the rules, in hexadecimal: when it changes, files are described again.
    public String hash() {
        return hash;
    }

    /// Sets what the rules say of a product; where several fit, the last word on a column wins.
    ///
    /// @param kind of the product, if it is one
    public void apply(Path file, HeaderChain headers, Optional<ProductKind> kind, ObsCoreRow.Builder row) {
        for (Rule rule : rules) {
            if (rule.appliesTo(file, headers, kind)) {
                rule.values().forEach(setting -> row.set(setting.column(), setting.value()));
            }
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
