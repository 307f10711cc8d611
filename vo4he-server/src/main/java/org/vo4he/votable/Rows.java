// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// One of the ways a VOTable holds its rows.
interface Rows {

    /// The datatype attribute of a field in this serialisation.
    String datatype(Field field);

    void begin(Writer out, List<Field> fields) throws IOException;

    void row(Object[] values) throws IOException;

    void end() throws IOException;

    void flush() throws IOException;
}
