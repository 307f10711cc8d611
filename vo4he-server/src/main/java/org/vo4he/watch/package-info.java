// SPDX-License-Identifier: Apache-2.0
/// Takes new and changed files of the published folder into the store as soon as they are whole.
///
/// Knows when a file is ready, not what a harvest does with it. Start at [org.vo4he.watch.FolderWatch].
package org.vo4he.watch;
