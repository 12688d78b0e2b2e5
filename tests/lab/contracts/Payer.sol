// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.20;

/// Pays from a contract, as exchanges and wallets do: the person who signs never shows up as sender.
/// Understands tokens that answer nothing.
contract Payer {
    function pay(address token, address to, uint256 value) external {
        send(token, to, value);
    }

    /// Several payments in one transaction.
    function payMany(address token, address[] calldata to, uint256[] calldata values) external {
        for (uint256 i = 0; i < to.length; i++) {
            send(token, to[i], values[i]);
        }
    }

    /// The inner call pays and is undone: the transaction succeeds and its log is gone.
    function payThenRevertInner(address token, address to, uint256 value) external {
        try this.payAndFail(token, to, value) {} catch {}
    }

    function payAndFail(address token, address to, uint256 value) external {
        send(token, to, value);
        revert("undone");
    }

    function send(address token, address to, uint256 value) private {
        (bool called, bytes memory answer) =
            token.call(abi.encodeWithSignature("transfer(address,uint256)", to, value));
        require(called && (answer.length == 0 || abi.decode(answer, (bool))), "token");
    }
}
