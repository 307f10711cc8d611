// SPDX-License-Identifier: Apache-2.0
/// What tests share: a FITS builder, the shared reference data, and outside judges that are required or skipped.
package org.vo4he.testkit;
