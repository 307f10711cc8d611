// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// The aggregate functions (ADQL 2.1, appendix A, `set_function_type`).
enum SetFunction {
    AVG,
    COUNT,
    MAX,
    MIN,
    SUM
}
