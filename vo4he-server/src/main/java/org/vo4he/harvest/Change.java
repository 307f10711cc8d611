// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

/// What became of a file since the last harvest.
enum Change {
    NEW,
    CHANGED,
    MOVED,
    /// The file is what it was; another version of the program says otherwise of it.
    ANEW,
    UNCHANGED,
    /// It is not there any more, and products were in it.
    WITHDRAWN,
    /// It is not there any more, and there was no product in it.
    GONE
}
