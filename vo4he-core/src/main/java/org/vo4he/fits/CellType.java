// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.ByteBuffer;

/// How the numbers of a column are stored (FITS Standard 4.0, table 18), and the loops that read many of them: one loop
/// for each type, so that none asks for the type of a cell.
enum CellType {
    B {
        @Override
        void every(ByteBuffer cells, int first, int step, int count, double[] into) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                into[i] = cells.get(at) & 0xff;
            }
        }

        @Override
        void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = cells.get(rows[i] * step + first) & 0xff;
            }
        }
    },
    I {
        @Override
        void every(ByteBuffer cells, int first, int step, int count, double[] into) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                into[i] = cells.getShort(at);
            }
        }

        @Override
        void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = cells.getShort(rows[i] * step + first);
            }
        }
    },
    J {
        @Override
        void every(ByteBuffer cells, int first, int step, int count, double[] into) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                into[i] = cells.getInt(at);
            }
        }

        @Override
        void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = cells.getInt(rows[i] * step + first);
            }
        }
    },
    K {
        @Override
        void every(ByteBuffer cells, int first, int step, int count, double[] into) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                into[i] = cells.getLong(at);
            }
        }

        @Override
        void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = cells.getLong(rows[i] * step + first);
            }
        }
    },
    E {
        @Override
        void every(ByteBuffer cells, int first, int step, int count, double[] into) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                into[i] = cells.getFloat(at);
            }
        }

        @Override
        void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = cells.getFloat(rows[i] * step + first);
            }
        }
    },
    D {
        @Override
        void every(ByteBuffer cells, int first, int step, int count, double[] into) {
            for (int i = 0, at = first; i < count; i++, at += step) {
                into[i] = cells.getDouble(at);
            }
        }

        @Override
        void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[rows[i]] = cells.getDouble(rows[i] * step + first);
            }
        }
    };

    /// @throws IllegalArgumentException if the column is not [TableColumn#isScalarNumber]
    static CellType of(TableColumn column) {
        if (!column.isScalarNumber()) {
            throw new IllegalArgumentException("column " + column.name() + " is no column of single numbers");
        }
        return valueOf(String.valueOf(column.type()));
    }

    /// The stored numbers of consecutive rows.
    ///
    /// @param first where the cell of the first row lies
    /// @param step from row to row, bytes
    abstract void every(ByteBuffer cells, int first, int step, int count, double[] into);

    /// Those of some rows, each put where its row has its place.
    abstract void some(ByteBuffer cells, int first, int step, int[] rows, int count, double[] into);
}
