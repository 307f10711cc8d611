// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.fits.FitsFinding;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.wcs.WcsFinding;

/// All that inference can find.
public final class InferenceFindings {

    private static final Map<String, FindingCode> BY_ID = byId();

    private InferenceFindings() {}

    /// The code of this id.
    public static Optional<FindingCode> named(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Map<String, FindingCode> byId() {
        Map<String, FindingCode> codes = new HashMap<>();
        Stream.of(MappingFinding.values(), OgipFinding.values(), WcsFinding.values(), FitsFinding.values())
                .flatMap(Stream::<FindingCode>of)
                .forEach(code -> codes.put(code.id(), code));
        return codes;
    }
}
