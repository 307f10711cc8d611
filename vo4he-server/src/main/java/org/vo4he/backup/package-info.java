// SPDX-License-Identifier: Apache-2.0
/// A state directory in one file, and back.
///
/// It knows the store's files by name and nothing of what is in them, and nothing of servers. Start at
/// [org.vo4he.backup.Backup].
package org.vo4he.backup;
