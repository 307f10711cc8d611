// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

/// What stands above a picture.
///
/// @param title which product, and what of it
/// @param remark how it was made, in a few words; may be empty
record Heading(String title, String remark) {}
