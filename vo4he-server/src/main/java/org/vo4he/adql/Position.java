// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// A place in the text of a query; line and column count from 1.
record Position(int line, int column) {}
