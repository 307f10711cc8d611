// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// What draws itself on any canvas; may be asked several times, and draws the same each time.
interface Drawing {

    void on(Canvas canvas);
}
