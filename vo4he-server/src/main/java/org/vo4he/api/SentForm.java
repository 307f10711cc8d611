// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form that makes a product again, as somebody sent it who is to mend something.
///
/// @param did of the product
/// @param values what was typed, by address
/// @param force whether it is to run although the same was made before
/// @param accept whether inputs are taken that are others than they were
/// @param changed sentences about such inputs
/// @param faults what else is wrong with the values; empty when only the token is
/// @param tokenFault what is wrong with the token, one sentence
public record SentForm(
        String did,
        Map<String, String> values,
        boolean force,
        boolean accept,
        List<String> changed,
        List<Fault> faults,
        Optional<String> tokenFault,
        Visitor visitor) {

    /// @param address of the argument it is about
    public record Fault(Optional<String> address, String message) {}

    public SentForm {
        values = Map.copyOf(values);
        changed = List.copyOf(changed);
        faults = List.copyOf(faults);
    }
}
