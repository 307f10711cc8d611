// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.ogip.HeaderChain;

/// The archivist's rules: constants, templates over header keywords and numbers brought to the units of ObsCore, per
/// pattern of file, which win over tags and inference. Immutable.
///
/// ```yaml
/// rules:
///   - match: "*.evt*"
///     when: {TELESCOP: XMM}
///     set:
///       obs_collection: My archive
///       obs_id: "{OBS_ID}-{EXPIDSTR}"
///       em_min: {keyword: E_MAX, unit: keV}
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
        } catch (NoSuchFileException e) {
            throw new RulesException(name, "there is no such file", e);
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

    /// Whether an entry's pattern fits the path; what it says may still depend on conditions.
    public boolean mayConcern(Path file) {
        return rules.stream().anyMatch(rule -> rule.parts(file).isPresent());
    }

    /// Sets what the rules say of a product; where several fit, the last word on a column wins.
    ///
    /// @param headers of the product
    /// @param kind of the product, if it is one
    /// @return what could not be used, and what could and is doubtful
    public List<Finding> apply(FitsFile file, HeaderChain headers, Optional<ProductKind> kind, ObsCoreRow.Builder row) {
        if (rules.isEmpty()) {
            return List.of();
        }
        RuleApplication application = new RuleApplication(file, kind, row);
        for (Rule rule : rules) {
            Optional<Map<String, String>> parts = rule.parts(file.path());
            parts.ifPresent(of -> application.apply(rule, new RuleEvaluation(file, headers, of)));
        }
        application.checkLimits();
        return application.findings();
    }

    /// What each entry does for a product, in the order in which they are applied: for the person who wrote them.
    public List<RuleReport> explain(
            FitsFile file, HeaderChain headers, Optional<ProductKind> kind, ObsCoreRow.Builder row) {
        RuleApplication application = new RuleApplication(file, kind, row);
        List<RuleReport> reports = new ArrayList<>();
        for (Rule rule : rules) {
            reports.add(rule.parts(file.path())
                    .map(parts -> application.apply(rule, new RuleEvaluation(file, headers, parts)))
                    .orElseGet(() -> RuleReport.unused(rule, "the path does not end as the pattern says")));
        }
        application.checkLimits();
        return List.copyOf(reports);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
