// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

/// What became of a file since the last harvest.
enum Change {
    NEW,
    CHANGED,
    MOVED,
    UNCHANGED,
    WITHDRAWN
}
