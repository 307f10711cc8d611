// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.io.IOException;
import org.vo4he.http.ServiceException;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableWriter;

/// Writes tables to where nobody reads them before they are whole: one that breaks off fails as one that never began.
record WholeTableWriter(TableWriter writer) implements TableWriter {

    @Override
    public void begin(Head head) throws IOException {
        writer.begin(head);
    }

    @Override
    public void row(Object[] values) throws IOException {
        writer.row(values);
    }

    @Override
    public void end() throws IOException {
        writer.end();
    }

    @Override
    public void endWithOverflow(String reason) throws IOException {
        writer.endWithOverflow(reason);
    }

    @Override
    public void endWithError(String message) {
        throw new ServiceException.Usage(message);
    }

    /// The file's own buffers are enough.
    @Override
    public void flush() {}
}
