// SPDX-License-Identifier: Apache-2.0
/// What one file is to the Virtual Observatory: its products, each an ObsCore row with the origin of every
/// value, what they refer to, and what a person should know about them.
///
/// Knows nothing of stores, servers or folders: a file in, a description out. Start at
/// [org.vo4he.product.FileDescription].
package org.vo4he.product;
