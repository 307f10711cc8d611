// SPDX-License-Identifier: Apache-2.0
/// Product profiles: what the products of one kind have in common. Defaults of ObsCore columns, the keywords a file
/// must have with their types, units and ranges, and what makes a product unique and newest.
///
/// Reads and writes vo4he's own YAML, the seed's `sdb_upload_Obscore.json`, and SVOM product cards. Must not know how
/// values are inferred, nor of stores. Start at [org.vo4he.profile.Profiles].
package org.vo4he.profile;
