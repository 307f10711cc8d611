// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Path;
import java.util.Optional;

/// How a folder is published.
///
/// @param authority of the publisher DIDs: `ivo://<authority>/…`
/// @param collection name of the collection; empty: the folder's name when it is first harvested
/// @param responsesAsRows whether responses are rows of `ivoa.obscore` too
/// @param threads that describe files
/// @param report a file to write one line of JSON to for each file
/// @param dryRun look and report, write nothing to the store
/// @param remade folder in which products remade here are published; empty: one in the state directory
public record HarvestSettings(
        String authority,
        Optional<String> collection,
        boolean responsesAsRows,
        int threads,
        Optional<Path> report,
        boolean dryRun,
        Optional<Path> remade) {

    private static final String REMADE = "published";

    /// Nobody's: DIDs that begin with it are known by this archive only.
    public static final String UNREGISTERED_AUTHORITY = "unregistered.vo4he";

    /// IVOA Identifiers 2.0, section 2.3.1: at least three characters, the first a letter or digit.
    public static final String AUTHORITY = "[A-Za-z0-9][A-Za-z0-9._~-]{2,}";

    public HarvestSettings {
        if (!authority.matches(AUTHORITY)) {
            throw new IllegalArgumentException(
                    "'" + authority
                            + "' cannot be the authority of an IVOA identifier: it needs three or more letters, digits, . _ ~ -");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", the least is 1");
        }
    }

    public HarvestSettings(
            String authority,
            Optional<String> collection,
            boolean responsesAsRows,
            int threads,
            Optional<Path> report,
            boolean dryRun) {
        this(authority, collection, responsesAsRows, threads, report, dryRun, Optional.empty());
    }

    public static HarvestSettings defaults() {
        return new HarvestSettings(
                UNREGISTERED_AUTHORITY,
                Optional.empty(),
                false,
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Optional.empty(),
                false);
    }

    public HarvestSettings withReport(Path file) {
        return new HarvestSettings(authority, collection, responsesAsRows, threads, Optional.of(file), dryRun, remade);
    }

    public HarvestSettings asDryRun() {
        return new HarvestSettings(authority, collection, responsesAsRows, threads, report, true, remade);
    }

    /// The same, with a folder of its own for products remade here.
    public HarvestSettings withRemade(Path folder) {
        return new HarvestSettings(
                authority, collection, responsesAsRows, threads, report, dryRun, Optional.of(folder));
    }

    /// Where products remade here are published.
    ///
    /// @param state directory of the store
    public Path remadeFolder(Path state) {
        return remade.orElse(state.resolve(REMADE)).toAbsolutePath().normalize();
    }
}
