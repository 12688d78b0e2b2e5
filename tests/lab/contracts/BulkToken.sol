// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.20;

/// Real Transfer logs at about two thousand gas each, for chains of a million transfers. It keeps no
/// balances; sender and value follow from a running number, so that a test can work them out again.
contract BulkToken {
    string public constant name = "Bulk USD";
    string public constant symbol = "BUSD";
    uint8 public constant decimals = 6;

    event Transfer(address indexed from, address indexed to, uint256 value);

    /// Logs numbered first … first + count − 1. With h = keccak256(number): from is h's low 160 bits,
    /// value is 1 + h mod 10^9, and to is `payee` when `every` divides the number, else h's high 160
    /// bits. With every = 0 nobody is paid; with every = 1 all logs pay `payee`.
    function bulk(uint256 first, uint256 count, address payee, uint256 every) external {
        bytes32 topic = keccak256("Transfer(address,address,uint256)");
        assembly {
            for { let n := first } lt(n, add(first, count)) { n := add(n, 1) } {
                mstore(0, n)
                let h := keccak256(0, 32)
                let to := shr(96, h)
                if every { if iszero(mod(n, every)) { to := payee } }
                mstore(0, add(1, mod(h, 1000000000)))
                log3(0, 32, topic, and(h, 0xffffffffffffffffffffffffffffffffffffffff), to)
            }
        }
    }

    /// One log of `value` to each account from `base` + 0 up to `base` + count − 1: distinct payees
    /// for payment benchmarks whose addresses a test can count up itself.
    function each(uint160 base, uint256 count, uint256 value) external {
        for (uint160 i = 0; i < count; i++) {
            emit Transfer(msg.sender, address(base + i), value);
        }
    }

    /// One log of `value` to each of the given accounts.
    function spread(address[] calldata to, uint256 value) external {
        for (uint256 i = 0; i < to.length; i++) {
            emit Transfer(msg.sender, to[i], value);
        }
    }
}
