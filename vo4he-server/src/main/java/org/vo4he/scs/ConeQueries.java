// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableWriter;

/// Who answers ADQL with a table.
@FunctionalInterface
public interface ConeQueries {

    /// @param rowLimit at most so many rows; 0: the columns only
    /// @param baseUrl of this server
    /// @param head what to make of the head before the rows
    /// @param canceller is given what stops the query before it starts
    /// @throws org.vo4he.http.ServiceException before the first byte is written, when the query fails at once
    void write(
            String adql,
            long rowLimit,
            String baseUrl,
            UnaryOperator<Head> head,
            TableWriter writer,
            Consumer<Runnable> canceller)
            throws IOException;
}
