// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.regex.Pattern;

/// What strangers see of a path that somebody's machine left in a record: where its folders begin at the root, the name
/// alone. A relative path says nothing of the machine and stays.
public final class ShownPath {

    /// From the root of POSIX, a drive or a share, or the home folder.
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?:file:|~)?[/\\\\].*|~.*|[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

    /// The folders of an absolute path inside a text: at its begin, or behind what separates words and lists.
    private static final Pattern FOLDERS = Pattern.compile(
            "(?<![^\\s,;:=@'\"(\\[])(?:~?/(?:[^\\s/,;:'\"]+/)+|[A-Za-z]:\\\\(?:[^\\s\\\\,;'\"]+\\\\)+)");

    private ShownPath() {}

    public static boolean isAbsolute(String path) {
        return ABSOLUTE.matcher(path.strip()).matches();
    }

    /// @param path of a file
    public static String of(String path) {
        String plain = path.strip();
        return isAbsolute(plain)
                ? plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1)
                : path;
    }

    /// @param value of an argument: a path, a list of paths, or a text with paths in it
    public static String ofValue(String value) {
        return of(value.matches("[^,;]*") ? of(value) : inText(value));
    }

    /// @param text a value, in which there may be paths
    public static String inText(String text) {
        return FOLDERS.matcher(text).replaceAll("");
    }
}
