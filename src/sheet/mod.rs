//! Sheets: from bytes of any format to facts, products, wordings and problems.
//! Not here: what a draft says, how facts are looked up (`library`).
