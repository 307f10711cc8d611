// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.IOException;

/// Writes one table while its rows are being made: [#begin], [#row] for each, then one of the three endings.
/// Not thread-safe. Does not close the stream it writes to.
public interface TableWriter {

    void begin(Head head) throws IOException;

    /// @param values one for each field, null where there is none: a [Boolean], [Number] or [String] as the datatype
    ///     wants; a `LocalDateTime` for a timestamp; arrays of numbers as `double[]`, `byte[]`, or as text with
    ///     blanks between the numbers. The array may be used again after the call.
    /// @throws IllegalArgumentException when a value does not fit its field
    void row(Object[] values) throws IOException;

    /// That was the whole table.
    void end() throws IOException;

    /// There would have been more rows.
    ///
    /// @param reason in one sentence: whose limit it was
    void endWithOverflow(String reason) throws IOException;

    /// The rows could not be made to the end.
    ///
    /// @throws UnfinishedTableException in formats that can't say so, so that the connection breaks
    void endWithError(String message) throws IOException;

    /// Sends what was written so far on its way.
    void flush() throws IOException;
}
