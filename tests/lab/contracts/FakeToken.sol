// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.20;

/// A stranger that borrows a known name. It logs transfers that never happened, between any two
/// addresses, and logs in shapes that a careless decoder takes for money.
contract FakeToken {
    string public constant name = "Tether USD";
    string public constant symbol = "USDT";
    uint8 public constant decimals = 6;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address) external pure returns (uint256) {
        return 1e15;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        emit Transfer(msg.sender, to, value);
        return true;
    }

    function spoof(address from, address to, uint256 value) external {
        emit Transfer(from, to, value);
    }

    /// Five logs, none of them a payment: a collectible's shape (four topics and no data), half a
    /// word of data, one topic too few, two words of data, and dirt above the addresses.
    function spoofNonStandard(address from, address to, uint256 value) external {
        bytes32 topic = keccak256("Transfer(address,address,uint256)");
        bytes32 a = bytes32(uint256(uint160(from)));
        bytes32 b = bytes32(uint256(uint160(to)));
        assembly {
            mstore(0, value)
            mstore(32, value)
            log4(0, 0, topic, a, b, value)
            log3(0, 16, topic, a, b)
            log2(0, 32, topic, a)
            log3(0, 64, topic, a, b)
            log3(0, 32, topic, or(a, shl(200, 0xff)), or(b, shl(200, 0xff)))
        }
    }
}
