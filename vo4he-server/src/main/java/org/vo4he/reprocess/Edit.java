// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

/// Another value for one argument of a recorded run.
///
/// @param address `step:index` as provenance counts them, from 0; or the argument's name or description, if no other
///     argument has it
/// @param value empty: the argument is left out, if it may be
public record Edit(String address, String value) {

    /// Reads `radius=20` or `1:2=20`; the value is what follows the first `=`.
    ///
    /// @throws IllegalArgumentException when there is no `=`, or nothing before it
    public static Edit parse(String text) {
        int sign = text.indexOf('=');
        String address = text.substring(0, Math.max(0, sign)).strip();
        if (address.isEmpty()) {
            throw new IllegalArgumentException("'" + Shown.text(text) + "' is no edit: NAME=VALUE is wanted");
        }
        return new Edit(address, text.substring(sign + 1));
    }
}
