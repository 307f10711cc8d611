// SPDX-License-Identifier: Apache-2.0
/// Time as high-energy files write it, and as the Virtual Observatory wants it: MJD in UTC.
///
/// Imports nothing else of vo4he; the only package that sees the astronomy library (JSOFA, with its leap
/// seconds). Start at [org.vo4he.time.TimeSystem].
package org.vo4he.time;
