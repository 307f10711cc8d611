// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.Comparator;

/// How much alike two paths are, for files of one content that moved together: the more parts they end in the same way
/// the better, then the more letters of their names begin and end in the same way.
///
/// @param parts equal names at the end, the file's own first
/// @param letters equal letters at both ends of the last parts
record Likeness(int parts, int letters) implements Comparable<Likeness> {

    private static final Comparator<Likeness> ORDER =
            Comparator.comparingInt(Likeness::parts).thenComparingInt(Likeness::letters);

    static Likeness of(String one, String other) {
        String[] ones = one.split("/");
        String[] others = other.split("/");
        int parts = 0;
        while (parts < Math.min(ones.length, others.length)
                && ones[ones.length - 1 - parts].equals(others[others.length - 1 - parts])) {
            parts++;
        }
        return new Likeness(parts, letters(FolderFiles.lastPart(one), FolderFiles.lastPart(other)));
    }

    private static int letters(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int front = 0;
        while (front < most && one.charAt(front) == other.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < most - front && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
            back++;
        }
        return front + back;
    }

    @Override
    public int compareTo(Likeness other) {
        return ORDER.compare(this, other);
    }
}
