// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.20;

/// The habits of the largest stablecoin: calls that answer nothing, an issuer who can pause, freeze
/// and destroy, money that appears and disappears without a Transfer log, and a fee that the issuer
/// may switch on, which makes two logs of one transfer and pays less than was sent.
contract TetherLike {
    string public constant name = "Tether USD";
    string public constant symbol = "USDT";
    uint8 public constant decimals = 6;
    address public immutable owner;
    uint256 public totalSupply;
    uint256 public basisPointsRate;
    uint256 public maximumFee;
    bool public paused;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => bool) public isBlackListed;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Issue(uint256 amount);
    event Redeem(uint256 amount);
    event Params(uint256 feeBasisPoints, uint256 maxFee);
    event AddedBlackList(address indexed user);
    event RemovedBlackList(address indexed user);
    event DestroyedBlackFunds(address indexed user, uint256 balance);
    event Pause();
    event Unpause();

    modifier byOwner() {
        require(msg.sender == owner, "owner");
        _;
    }

    /// The first issue has no Transfer log.
    constructor(uint256 supply) {
        owner = msg.sender;
        totalSupply = supply;
        balanceOf[msg.sender] = supply;
    }

    function transfer(address to, uint256 value) external {
        move(msg.sender, to, value);
    }

    function transferFrom(address from, address to, uint256 value) external {
        uint256 allowed = allowance[from][msg.sender];
        require(allowed >= value, "allowance");
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - value;
        move(from, to, value);
    }

    /// A standing allowance has to be set to nothing before it may change.
    function approve(address spender, uint256 value) external {
        require(value == 0 || allowance[msg.sender][spender] == 0, "allowance");
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
    }

    /// `fee` in basis points below 20, `most` in whole units below 50.
    function setParams(uint256 fee, uint256 most) external byOwner {
        require(fee < 20 && most < 50, "params");
        basisPointsRate = fee;
        maximumFee = most * 10 ** decimals;
        emit Params(basisPointsRate, maximumFee);
    }

    function issue(uint256 value) external byOwner {
        totalSupply += value;
        balanceOf[owner] += value;
        emit Issue(value);
    }

    function redeem(uint256 value) external byOwner {
        totalSupply -= value;
        balanceOf[owner] -= value;
        emit Redeem(value);
    }

    function pause() external byOwner {
        paused = true;
        emit Pause();
    }

    function unpause() external byOwner {
        paused = false;
        emit Unpause();
    }

    function addBlackList(address user) external byOwner {
        isBlackListed[user] = true;
        emit AddedBlackList(user);
    }

    function removeBlackList(address user) external byOwner {
        isBlackListed[user] = false;
        emit RemovedBlackList(user);
    }

    function destroyBlackFunds(address user) external byOwner {
        require(isBlackListed[user], "not listed");
        uint256 lost = balanceOf[user];
        balanceOf[user] = 0;
        totalSupply -= lost;
        emit DestroyedBlackFunds(user, lost);
    }

    /// The fee's log comes first, so the payee's log has the higher index.
    function move(address from, address to, uint256 value) private {
        require(!paused, "paused");
        require(!isBlackListed[from], "listed");
        require(balanceOf[from] >= value, "balance");
        uint256 fee = (value * basisPointsRate) / 10000;
        if (fee > maximumFee) fee = maximumFee;
        balanceOf[from] -= value;
        balanceOf[to] += value - fee;
        if (fee > 0) {
            balanceOf[owner] += fee;
            emit Transfer(from, owner, fee);
        }
        emit Transfer(from, to, value - fee);
    }
}
