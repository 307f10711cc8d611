// SPDX-License-Identifier: Apache-2.0
/// Previews by address: `/previews/{short id}.png` and its siblings. Finds the files a picture is drawn from, has
/// `plot` draw them, a few at a time, and keeps what was drawn on disk.
///
/// Must not know how anything is drawn, nor any page. Start at [org.vo4he.preview.PreviewService].
package org.vo4he.preview;
