import { BigNumber as SharedBigNumber } from "bignumber.js";
// A copy with settings of its own.
const BigNumber = SharedBigNumber.clone({ MODULO_MODE: SharedBigNumber.EUCLID });
// Dafny program Model.dfy compiled into JavaScript
let _dafny = (function() {
  let $module = {};
  $module.areEqual = function(a, b) {
    if (typeof a !== 'object' || a === null || b === null) {
      return a === b;
    } else if (BigNumber.isBigNumber(a)) {
      return a.isEqualTo(b);
    } else if (a._tname !== undefined) {
      return a === b;  // pointer equality
    } else {
      return a.equals(b);  // value-type equality
    }
  }
  $module.toString = function(a) {
    if (a === null) {
      return "null";
    } else if (typeof a === "number") {
      return a.toFixed();
    } else if (BigNumber.isBigNumber(a)) {
      return a.toFixed();
    } else if (a._tname !== undefined) {
      return a._tname;
    } else {
      return a.toString();
    }
  }
  $module.NewObject = function() {
    return { _tname: "object" };
  }
  $module.Rtd_bool = class {
    static get Default() { return false; }
  }
  $module.Rtd_char = class {
    static get Default() { return '\0'; }
  }
  $module.Rtd_int = class {
    static get Default() { return BigNumber(0); }
  }
  $module.Rtd_bv_Native = class {
    static get Default() { return 0; }
  }
  $module.Rtd_bv_NonNative = class {
    static get Default() { return BigNumber(0); }
  }
  $module.Rtd_ref = class {
    static get Default() { return null; }
  }
  $module.Rtd_array = class {
    static get Default() { return []; }
  }
  $module.Tuple = class Tuple extends Array {
    constructor(...elems) {
      super(...elems);
    }
    toString() {
      return "(" + arrayElementsToString(this) + ")";
    }
    equals(other) {
      if (this === other) {
        return true;
      }
      for (let i = 0; i < this.length; i++) {
        if (!_dafny.areEqual(this[i], other[i])) {
          return false;
        }
      }
      return true;
    }
    static Rtd(...rtdArgs) {
      return {
        Default: Tuple.from(rtdArgs, rtd => rtd.Default)
      };
    }
  }
  $module.Set = class Set extends Array {
    constructor() {
      super();
    }
    static get Default() {
      return Set.Empty;
    }
    toString() {
      return "{" + arrayElementsToString(this) + "}";
    }
    static get Empty() {
      if (this._empty === undefined) {
        this._empty = new Set();
      }
      return this._empty;
    }
    static fromElements(...elmts) {
      let s = new Set();
      for (let k of elmts) {
        s.add(k);
      }
      return s;
    }
    contains(k) {
      for (let i = 0; i < this.length; i++) {
        if (_dafny.areEqual(this[i], k)) {
          return true;
        }
      }
      return false;
    }
    add(k) {  // mutates the Set; use only during construction
      if (!this.contains(k)) {
        this.push(k);
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.length !== other.length) {
        return false;
      }
      for (let e of this) {
        if (!other.contains(e)) {
          return false;
        }
      }
      return true;
    }
    get Elements() {
      return this;
    }
    Union(that) {
      if (this.length === 0) {
        return that;
      } else if (that.length === 0) {
        return this;
      } else {
        let s = Set.of(...this);
        for (let k of that) {
          s.add(k);
        }
        return s;
      }
    }
    Intersect(that) {
      if (this.length === 0) {
        return this;
      } else if (that.length === 0) {
        return that;
      } else {
        let s = new Set();
        for (let k of this) {
          if (that.contains(k)) {
            s.push(k);
          }
        }
        return s;
      }
    }
    Difference(that) {
      if (this.length == 0 || that.length == 0) {
        return this;
      } else {
        let s = new Set();
        for (let k of this) {
          if (!that.contains(k)) {
            s.push(k);
          }
        }
        return s;
      }
    }
    IsDisjointFrom(that) {
      for (let k of this) {
        if (that.contains(k)) {
          return false;
        }
      }
      return true;
    }
    IsSubsetOf(that) {
      if (that.length < this.length) {
        return false;
      }
      for (let k of this) {
        if (!that.contains(k)) {
          return false;
        }
      }
      return true;
    }
    IsProperSubsetOf(that) {
      if (that.length <= this.length) {
        return false;
      }
      for (let k of this) {
        if (!that.contains(k)) {
          return false;
        }
      }
      return true;
    }
    get AllSubsets() {
      return this.AllSubsets_();
    }
    *AllSubsets_() {
      // Start by putting all set elements into a list, but don't include null
      let elmts = Array.of(...this);
      let n = elmts.length;
      let which = new Array(n);
      which.fill(false);
      let a = [];
      while (true) {
        yield Set.of(...a);
        // "add 1" to "which", as if doing a carry chain.  For every digit changed, change the membership of the corresponding element in "a".
        let i = 0;
        for (; i < n && which[i]; i++) {
          which[i] = false;
          // remove elmts[i] from a
          for (let j = 0; j < a.length; j++) {
            if (_dafny.areEqual(a[j], elmts[i])) {
              // move the last element of a into slot j
              a[j] = a[-1];
              a.pop();
              break;
            }
          }
        }
        if (i === n) {
          // we have cycled through all the subsets
          break;
        }
        which[i] = true;
        a.push(elmts[i]);
      }
    }
  }
  $module.MultiSet = class MultiSet extends Array {
    constructor() {
      super();
    }
    static get Default() {
      return MultiSet.Empty;
    }
    toString() {
      let s = "multiset{";
      let sep = "";
      for (let e of this) {
        let [k, n] = e;
        let ks = _dafny.toString(k);
        while (!n.isZero()) {
          n = n.minus(1);
          s += sep + ks;
          sep = ", ";
        }
      }
      s += "}";
      return s;
    }
    static get Empty() {
      if (this._empty === undefined) {
        this._empty = new MultiSet();
      }
      return this._empty;
    }
    static fromElements(...elmts) {
      let s = new MultiSet();
      const one = new BigNumber(1);
      for (let e of elmts) {
        s.add(e, one);
      }
      return s;
    }
    static FromArray(arr) {
      let s = new MultiSet();
      const one = new BigNumber(1);
      for (let e of arr) {
        s.add(e, one);
      }
      return s;
    }
    cardinality() {
      let c = new BigNumber(0);
      for (let e of this) {
        let [k, n] = e;
        c = c.plus(n);
      }
      return c;
    }
    clone() {
      let s = new MultiSet();
      for (let e of this) {
        let [k, n] = e;
        s.push([k, n]);  // make sure to create a new array [k, n] here
      }
      return s;
    }
    findIndex(k) {
      for (let i = 0; i < this.length; i++) {
        if (_dafny.areEqual(this[i][0], k)) {
          return i;
        }
      }
      return this.length;
    }
    get(k) {
      let i = this.findIndex(k);
      if (i === this.length) {
        return new BigNumber(0);
      } else {
        return this[i][1];
      }
    }
    contains(k) {
      return this.findIndex(k) < this.length;
    }
    add(k, n) {
      let i = this.findIndex(k);
      if (i === this.length) {
        this.push([k, n]);
      } else {
        let m = this[i][1];
        this[i] = [k, m.plus(n)];
      }
    }
    update(k, n) {
      let i = this.findIndex(k);
      if (i < this.length && this[i][1].isEqualTo(n)) {
        return this;
      } else if (i === this.length && n.isZero()) {
        return this;
      } else if (i === this.length) {
        let m = this.slice();
        m.push([k, n]);
        return m;
      } else {
        let m = this.slice();
        m[i] = [k, n];
        return m;
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.length !== other.length) {
        return false;
      }
      for (let e of this) {
        let [k, n] = e;
        let m = other.get(k);
        if (!n.isEqualTo(m)) {
          return false;
        }
      }
      return true;
    }
    get Elements() {
      return this.Elements_();
    }
    *Elements_() {
      for (let i = 0; i < this.length; i++) {
        let [k, n] = this[i];
        while (!n.isZero()) {
          yield k;
          n = n.minus(1);
        }
      }
    }
    get UniqueElements() {
      return this.UniqueElements_();
    }
    *UniqueElements_() {
      for (let e of this) {
        let [k, n] = e;
        yield k;
      }
    }
    Union(that) {
      if (this.length === 0) {
        return that;
      } else if (that.length === 0) {
        return this;
      } else {
        let s = this.clone();
        for (let e of that) {
          let [k, n] = e;
          s.add(k, n);
        }
        return s;
      }
    }
    Intersect(that) {
      if (this.length === 0) {
        return this;
      } else if (that.length === 0) {
        return that;
      } else {
        let s = new MultiSet();
        for (let e of this) {
          let [k, n] = e;
          let m = that.get(k);
          if (!m.isZero()) {
            s.push([k, m.isLessThan(n) ? m : n]);
          }
        }
        return s;
      }
    }
    Difference(that) {
      if (this.length === 0 || that.length === 0) {
        return this;
      } else {
        let s = new MultiSet();
        for (let e of this) {
          let [k, n] = e;
          let d = n.minus(that.get(k));
          if (d.isGreaterThan(new BigNumber(0))) {
            s.push([k, d]);
          }
        }
        return s;
      }
    }
    IsDisjointFrom(that) {
      let intersection = this.Intersect(that);
      return intersection.length === 0;
    }
    IsSubsetOf(that) {
      if (that.length < this.length) {
        return false;
      }
      for (let e of this) {
        let [k, n] = e;
        let m = that.get(k);
        if (!n.isLessThanOrEqualTo(m)) {
          return false;
        }
      }
      return true;
    }
    IsProperSubsetOf(that) {
      if (that.length < this.length) {
        return false;
      }
      let proper = this.length < that.length;
      for (let e of this) {
        let [k, n] = e;
        let m = that.get(k);
        if (!n.isLessThanOrEqualTo(m)) {
          return false;
        } else if (!proper && n.isLessThan(m)) {
          proper = true;
        }
      }
      return proper;
    }
  }
  $module.Seq = class Seq extends Array {
    constructor(...elems) {
      super(...elems);
    }
    static get Default() {
      return Seq.of();
    }
    toString() {
      return "[" + arrayElementsToString(this) + "]";
    }
    update(i, v) {
      let t = this.slice();
      t[i] = v;
      return t;
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.length !== other.length) {
        return false;
      }
      for (let i = 0; i < this.length; i++) {
        if (!_dafny.areEqual(this[i], other[i])) {
          return false;
        }
      }
      return true;
    }
    static contains(s, k) {
      if (typeof s === "string") {
        return s.includes(k);
      } else {
        for (let x of s) {
          if (_dafny.areEqual(x, k)) {
            return true;
          }
        }
        return false;
      }
    }
    get Elements() {
      return this;
    }
    get UniqueElements() {
      return _dafny.Set.fromElements(...this);
    }
    static Concat(a, b) {
      if (typeof a === "string" || typeof b === "string") {
        // string concatenation, so make sure both operands are strings before concatenating
        if (typeof a !== "string") {
          // a must be a Seq
          a = a.join("");
        }
        if (typeof b !== "string") {
          // b must be a Seq
          b = b.join("");
        }
        return a + b;
      } else {
        // ordinary concatenation
        let r = Seq.of(...a);
        r.push(...b);
        return r;
      }
    }
    static IsPrefixOf(a, b) {
      if (b.length < a.length) {
        return false;
      }
      for (let i = 0; i < a.length; i++) {
        if (!_dafny.areEqual(a[i], b[i])) {
          return false;
        }
      }
      return true;
    }
    static IsProperPrefixOf(a, b) {
      if (b.length <= a.length) {
        return false;
      }
      for (let i = 0; i < a.length; i++) {
        if (!_dafny.areEqual(a[i], b[i])) {
          return false;
        }
      }
      return true;
    }
  }
  $module.Map = class Map extends Array {
    constructor() {
      super();
    }
    static get Default() {
      return Map.of();
    }
    toString() {
      return "map[" + this.map(maplet => _dafny.toString(maplet[0]) + " := " + _dafny.toString(maplet[1])).join(", ") + "]";
    }
    static get Empty() {
      if (this._empty === undefined) {
        this._empty = new Map();
      }
      return this._empty;
    }
    findIndex(k) {
      for (let i = 0; i < this.length; i++) {
        if (_dafny.areEqual(this[i][0], k)) {
          return i;
        }
      }
      return this.length;
    }
    get(k) {
      let i = this.findIndex(k);
      if (i === this.length) {
        return undefined;
      } else {
        return this[i][1];
      }
    }
    contains(k) {
      return this.findIndex(k) < this.length;
    }
    update(k, v) {
      let m = this.slice();
      let i = m.findIndex(k);
      m[i] = [k, v];
      return m;
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.length !== other.length) {
        return false;
      }
      for (let e of this) {
        let [k, v] = e;
        let w = other.get(k);
        if (w === undefined || !_dafny.areEqual(v, w)) {
          return false;
        }
      }
      return true;
    }
    get Keys() {
      let s = new _dafny.Set();
      for (let e of this) {
        let [k, v] = e;
        s.push(k);
      }
      return s;
    }
    get Values() {
      let s = new _dafny.Set();
      for (let e of this) {
        let [k, v] = e;
        s.add(v);
      }
      return s;
    }
    get Items() {
      let s = new _dafny.Set();
      for (let e of this) {
        let [k, v] = e;
        s.push(_dafny.Tuple.of(k, v));
      }
      return s;
    }
    IsDisjointFrom(that) {
      for (let e of this) {
        let [k, v] = e;
        if (that.contains(k)) {
          return false;
        }
      }
      return true;
    }
  }
  $module.newArray = function(initValue, ...dims) {
    return { dims: dims, elmts: buildArray(initValue, ...dims) };
  }
  $module.BigOrdinal = class BigOrdinal {
    static get Default() {
      return new BigNumber(0);
    }
    static IsLimit(ord) {
      return ord.isZero();
    }
    static IsSucc(ord) {
      return ord.isGreaterThan(0);
    }
    static Offset(ord) {
      return ord;
    }
    static IsNat(ord) {
      return true;  // at run time, every ORDINAL is a natural number
    }
  }
  $module.BigRational = class BigRational {
    static get ZERO() {
      if (this._zero === undefined) {
        this._zero = new BigRational(new BigNumber(0));
      }
      return this._zero;
    }
    constructor (n, d) {
      // requires d === undefined || 1 <= d
      this.num = n;
      this.den = d === undefined ? new BigNumber(1) : d;
      // invariant 1 <= den || (num == 0 && den == 0)
    }
    static get Default() {
      return _dafny.BigRational.ZERO;
    }
    // We need to deal with the special case `num == 0 && den == 0`, because
    // that's what C#'s default struct constructor will produce for BigRational. :(
    // To deal with it, we ignore `den` when `num` is 0.
    toString() {
      if (this.num.isZero() || this.den.isEqualTo(1)) {
        return this.num.toFixed() + ".0";
      }
      let log10 = this.isPowerOf10(this.den);
      if (log10 !== undefined) {
        let sign, digits;
        if (this.num.isLessThan(0)) {
          sign = "-"; digits = this.num.negated().toFixed();
        } else {
          sign = ""; digits = this.num.toFixed();
        }
        if (log10 < digits.length) {
          let n = digits.length - log10;
          return sign + digits.slice(0, n) + "." + digits.slice(n);
        } else {
          return sign + "0." + "0".repeat(log10 - digits.length) + digits;
        }
      } else {
        return "(" + this.num.toFixed() + ".0 / " + this.den.toFixed() + ".0)";
      }
    }
    isPowerOf10(x) {
      if (x.isZero()) {
        return undefined;
      }
      let log10 = 0;
      while (true) {  // invariant: x != 0 && x * 10^log10 == old(x)
        if (x.isEqualTo(1)) {
          return log10;
        } else if (x.mod(10).isZero()) {
          log10++;
          x = x.dividedToIntegerBy(10);
        } else {
          return undefined;
        }
      }
    }
    toBigNumber() {
      if (this.num.isZero() || this.den.isEqualTo(1)) {
        return this.num;
      } else if (this.num.isGreaterThan(0)) {
        return this.num.dividedToIntegerBy(this.den);
      } else {
        return this.num.minus(this.den).plus(1).dividedToIntegerBy(this.den);
      }
    }
    // Returns values such that aa/dd == a and bb/dd == b.
    normalize(b) {
      let a = this;
      let aa, bb, dd;
      if (a.num.isZero()) {
        aa = a.num;
        bb = b.num;
        dd = b.den;
      } else if (b.num.isZero()) {
        aa = a.num;
        dd = a.den;
        bb = b.num;
      } else {
        let gcd = BigNumberGcd(a.den, b.den);
        let xx = a.den.dividedToIntegerBy(gcd);
        let yy = b.den.dividedToIntegerBy(gcd);
        // We now have a == a.num / (xx * gcd) and b == b.num / (yy * gcd).
        aa = a.num.multipliedBy(yy);
        bb = b.num.multipliedBy(xx);
        dd = a.den.multipliedBy(yy);
      }
      return [aa, bb, dd];
    }
    compareTo(that) {
      // simple things first
      let asign = this.num.isZero() ? 0 : this.num.isLessThan(0) ? -1 : 1;
      let bsign = that.num.isZero() ? 0 : that.num.isLessThan(0) ? -1 : 1;
      if (asign < 0 && 0 <= bsign) {
        return -1;
      } else if (asign <= 0 && 0 < bsign) {
        return -1;
      } else if (bsign < 0 && 0 <= asign) {
        return 1;
      } else if (bsign <= 0 && 0 < asign) {
        return 1;
      }
      let [aa, bb, dd] = this.normalize(that);
      if (aa.isLessThan(bb)) {
        return -1;
      } else if (aa.isEqualTo(bb)){
        return 0;
      } else {
        return 1;
      }
    }
    equals(that) {
      return this.compareTo(that) === 0;
    }
    isLessThan(that) {
      return this.compareTo(that) < 0;
    }
    isAtMost(that) {
      return this.compareTo(that) <= 0;
    }
    plus(b) {
      let [aa, bb, dd] = this.normalize(b);
      return new BigRational(aa.plus(bb), dd);
    }
    minus(b) {
      let [aa, bb, dd] = this.normalize(b);
      return new BigRational(aa.minus(bb), dd);
    }
    negated() {
      return new BigRational(this.num.negated(), this.den);
    }
    multipliedBy(b) {
      return new BigRational(this.num.multipliedBy(b.num), this.den.multipliedBy(b.den));
    }
    dividedBy(b) {
      let a = this;
      // Compute the reciprocal of b
      let bReciprocal;
      if (b.num.isGreaterThan(0)) {
        bReciprocal = new BigRational(b.den, b.num);
      } else {
        // this is the case b.num < 0
        bReciprocal = new BigRational(b.den.negated(), b.num.negated());
      }
      return a.multipliedBy(bReciprocal);
    }
  }
  $module.EuclideanDivisionNumber = function(a, b) {
    if (0 <= a) {
      if (0 <= b) {
        // +a +b: a/b
        return Math.floor(a / b);
      } else {
        // +a -b: -(a/(-b))
        return -Math.floor(a / -b);
      }
    } else {
      if (0 <= b) {
        // -a +b: -((-a-1)/b) - 1
        return -Math.floor((-a-1) / b) - 1;
      } else {
        // -a -b: ((-a-1)/(-b)) + 1
        return Math.floor((-a-1) / -b) + 1;
      }
    }
  }
  $module.EuclideanDivision = function(a, b) {
    if (a.isGreaterThanOrEqualTo(0)) {
      if (b.isGreaterThanOrEqualTo(0)) {
        // +a +b: a/b
        return a.dividedToIntegerBy(b);
      } else {
        // +a -b: -(a/(-b))
        return a.dividedToIntegerBy(b.negated()).negated();
      }
    } else {
      if (b.isGreaterThanOrEqualTo(0)) {
        // -a +b: -((-a-1)/b) - 1
        return a.negated().minus(1).dividedToIntegerBy(b).negated().minus(1);
      } else {
        // -a -b: ((-a-1)/(-b)) + 1
        return a.negated().minus(1).dividedToIntegerBy(b.negated()).plus(1);
      }
    }
  }
  $module.EuclideanModuloNumber = function(a, b) {
    let bp = Math.abs(b);
    if (0 <= a) {
      // +a: a % bp
      return a % bp;
    } else {
      // c = ((-a) % bp)
      // -a: bp - c if c > 0
      // -a: 0 if c == 0
      let c = (-1) % bp;
      return c === 0 ? c : bp - c;
    }
  }
  $module.ShiftLeft = function(b, n) {
    return b.multipliedBy(new BigNumber(2).exponentiatedBy(n));
  }
  $module.ShiftRight = function(b, n) {
    return b.dividedToIntegerBy(new BigNumber(2).exponentiatedBy(n));
  }
  $module.RotateLeft = function(b, n, w) {  // truncate(b << n) | (b >> (w - n))
    let x = _dafny.ShiftLeft(b, n).mod(new BigNumber(2).exponentiatedBy(w));
    let y = _dafny.ShiftRight(b, w - n);
    return x.plus(y);
  }
  $module.RotateRight = function(b, n, w) {  // (b >> n) | truncate(b << (w - n))
    let x = _dafny.ShiftRight(b, n);
    let y = _dafny.ShiftLeft(b, w - n).mod(new BigNumber(2).exponentiatedBy(w));;
    return x.plus(y);
  }
  $module.BitwiseAnd = function(a, b) {
    let r = new BigNumber(0);
    const m = 0x20000000000000;  // 2^53
    let h = new BigNumber(1);
    while (!a.isZero() && !b.isZero()) {
      let a0 = a.mod(m);
      let b0 = b.mod(m);
      r = r.plus(h.multipliedBy(a0 & b0));
      a = a.dividedToIntegerBy(m);
      b = b.dividedToIntegerBy(m);
      h = h.multipliedBy(m);
    }
    return r;
  }
  $module.BitwiseOr = function(a, b) {
    let r = new BigNumber(0);
    const m = 0x20000000000000;  // 2^53
    let h = new BigNumber(1);
    while (!a.isZero() && !b.isZero()) {
      let a0 = a.mod(m);
      let b0 = b.mod(m);
      r = r.plus(h.multipliedBy(a0 | b0));
      a = a.dividedToIntegerBy(m);
      b = b.dividedToIntegerBy(m);
      h = h.multipliedBy(m);
    }
    r = r.plus(h.multipliedBy(a | b));
    return r;
  }
  $module.BitwiseXor = function(a, b) {
    let r = new BigNumber(0);
    const m = 0x20000000000000;  // 2^53
    let h = new BigNumber(1);
    while (!a.isZero() && !b.isZero()) {
      let a0 = a.mod(m);
      let b0 = b.mod(m);
      r = r.plus(h.multipliedBy(a0 ^ b0));
      a = a.dividedToIntegerBy(m);
      b = b.dividedToIntegerBy(m);
      h = h.multipliedBy(m);
    }
    r = r.plus(h.multipliedBy(a | b));
    return r;
  }
  $module.BitwiseNot = function(a, bits) {
    let r = new BigNumber(0);
    let h = new BigNumber(1);
    for (let i = 0; i < bits; i++) {
      let bit = a.mod(2);
      if (bit.isZero()) {
        r = r.plus(h);
      }
      a = a.dividedToIntegerBy(2);
      h = h.multipliedBy(2);
    }
    return r;
  }
  $module.Quantifier = function(vals, frall, pred) {
    for (let u of vals) {
      if (pred(u) !== frall) { return !frall; }
    }
    return frall;
  }
  $module.PlusChar = function(a, b) {
    return String.fromCharCode(a.charCodeAt(0) + b.charCodeAt(0));
  }
  $module.MinusChar = function(a, b) {
    return String.fromCharCode(a.charCodeAt(0) - b.charCodeAt(0));
  }
  $module.AllBooleans = function*() {
    yield false;
    yield true;
  }
  $module.AllChars = function*() {
    for (let i = 0; i < 0x10000; i++) {
      yield String.fromCharCode(i);
    }
  }
  $module.AllIntegers = function*() {
    yield new BigNumber(0);
    for (let j = new BigNumber(1);; j = j.plus(1)) {
      yield j;
      yield j.negated();
    }
  }
  $module.IntegerRange = function*(lo, hi) {
    if (lo === null) {
      while (true) {
        hi = hi.minus(1);
        yield hi;
      }
    } else if (hi === null) {
      while (true) {
        yield lo;
        lo = lo.plus(1);
      }
    } else {
      while (lo.isLessThan(hi)) {
        yield lo;
        lo = lo.plus(1);
      }
    }
  }
  $module.SingleValue = function*(v) {
    yield v;
  }
  return $module;

  // What follows are routines private to the Dafny runtime
  function buildArray(initValue, ...dims) {
    if (dims.length === 0) {
      return initValue;
    } else {
      let a = Array(dims[0]);
      let b = Array.from(a, (x) => buildArray(initValue, ...dims.slice(1)));
      return b;
    }
  }
  function arrayElementsToString(a) {
    // like `a.join(", ")`, but calling _dafny.toString(x) on every element x instead of x.toString()
    let s = "";
    let sep = "";
    for (let x of a) {
      s += sep + _dafny.toString(x);
      sep = ", ";
    }
    return s;
  }
  function BigNumberGcd(a, b){  // gcd of two non-negative BigNumber's
    while (true) {
      if (a.isZero()) {
        return b;
      } else if (b.isZero()) {
        return a;
      }
      if (a.isLessThan(b)) {
        b = b.modulo(a);
      } else {
        a = a.modulo(b);
      }
    }
  }
})();
let _System = (function() {
  let $module = {};


  $module.nat = class nat {
    constructor () {
    }
    static get Default() {
      return new BigNumber(0);
    }
  };








  return $module;
})(); // end of module _System
let Model = (function() {
  let $module = {};

  return $module;
})(); // end of module Model
let Values = (function() {
  let $module = {};

  $module.Option = class Option {
    constructor(tag) { this.$tag = tag; }
    static create_None() {
      let $dt = new Option(0);
      return $dt;
    }
    static create_Some(value) {
      let $dt = new Option(1);
      $dt.value = value;
      return $dt;
    }
    get is_None() { return this.$tag === 0; }
    get is_Some() { return this.$tag === 1; }
    get dtor_value() { return this.value; }
    toString() {
      if (this.$tag === 0) {
        return "Values.Option.None";
      } else if (this.$tag === 1) {
        return "Values.Option.Some" + "(" + _dafny.toString(this.value) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.value, other.value);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.Option.create_None();
        }
      };
    }
  }

  $module.EntityUid = class EntityUid {
    constructor(tag) { this.$tag = tag; }
    static create_EntityUid(ty,id) {
      let $dt = new EntityUid(0);
      $dt.ty = ty;
      $dt.id = id;
      return $dt;
    }
    get is_EntityUid() { return this.$tag === 0; }
    get dtor_ty() { return this.ty; }
    get dtor_id() { return this.id; }
    toString() {
      if (this.$tag === 0) {
        return "Values.EntityUid.EntityUid" + "(" + _dafny.toString(this.ty) + ", " + _dafny.toString(this.id) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.ty, other.ty) && _dafny.areEqual(this.id, other.id);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.EntityUid.create_EntityUid(_dafny.Seq.of(), _dafny.Seq.of());
        }
      };
    }
  }

  $module.Ip = class Ip {
    constructor(tag) { this.$tag = tag; }
    static create_V4(address,prefix) {
      let $dt = new Ip(0);
      $dt.address = address;
      $dt.prefix = prefix;
      return $dt;
    }
    static create_V6(address,prefix) {
      let $dt = new Ip(1);
      $dt.address = address;
      $dt.prefix = prefix;
      return $dt;
    }
    get is_V4() { return this.$tag === 0; }
    get is_V6() { return this.$tag === 1; }
    get dtor_address() { return this.address; }
    get dtor_prefix() { return this.prefix; }
    toString() {
      if (this.$tag === 0) {
        return "Values.Ip.V4" + "(" + _dafny.toString(this.address) + ", " + _dafny.toString(this.prefix) + ")";
      } else if (this.$tag === 1) {
        return "Values.Ip.V6" + "(" + _dafny.toString(this.address) + ", " + _dafny.toString(this.prefix) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.address, other.address) && _dafny.areEqual(this.prefix, other.prefix);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.address, other.address) && _dafny.areEqual(this.prefix, other.prefix);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.Ip.create_V4(new BigNumber(0), new BigNumber(0));
        }
      };
    }
  }

  $module.Value = class Value {
    constructor(tag) { this.$tag = tag; }
    static create_BoolV(b) {
      let $dt = new Value(0);
      $dt.b = b;
      return $dt;
    }
    static create_LongV(i) {
      let $dt = new Value(1);
      $dt.i = i;
      return $dt;
    }
    static create_StringV(s) {
      let $dt = new Value(2);
      $dt.s = s;
      return $dt;
    }
    static create_EntityV(uid) {
      let $dt = new Value(3);
      $dt.uid = uid;
      return $dt;
    }
    static create_SetV(elements) {
      let $dt = new Value(4);
      $dt.elements = elements;
      return $dt;
    }
    static create_RecordV(fields) {
      let $dt = new Value(5);
      $dt.fields = fields;
      return $dt;
    }
    static create_DecimalV(units) {
      let $dt = new Value(6);
      $dt.units = units;
      return $dt;
    }
    static create_IpV(ip) {
      let $dt = new Value(7);
      $dt.ip = ip;
      return $dt;
    }
    static create_DatetimeV(epoch) {
      let $dt = new Value(8);
      $dt.epoch = epoch;
      return $dt;
    }
    static create_DurationV(millis) {
      let $dt = new Value(9);
      $dt.millis = millis;
      return $dt;
    }
    get is_BoolV() { return this.$tag === 0; }
    get is_LongV() { return this.$tag === 1; }
    get is_StringV() { return this.$tag === 2; }
    get is_EntityV() { return this.$tag === 3; }
    get is_SetV() { return this.$tag === 4; }
    get is_RecordV() { return this.$tag === 5; }
    get is_DecimalV() { return this.$tag === 6; }
    get is_IpV() { return this.$tag === 7; }
    get is_DatetimeV() { return this.$tag === 8; }
    get is_DurationV() { return this.$tag === 9; }
    get dtor_b() { return this.b; }
    get dtor_i() { return this.i; }
    get dtor_s() { return this.s; }
    get dtor_uid() { return this.uid; }
    get dtor_elements() { return this.elements; }
    get dtor_fields() { return this.fields; }
    get dtor_units() { return this.units; }
    get dtor_ip() { return this.ip; }
    get dtor_epoch() { return this.epoch; }
    get dtor_millis() { return this.millis; }
    toString() {
      if (this.$tag === 0) {
        return "Values.Value.BoolV" + "(" + _dafny.toString(this.b) + ")";
      } else if (this.$tag === 1) {
        return "Values.Value.LongV" + "(" + _dafny.toString(this.i) + ")";
      } else if (this.$tag === 2) {
        return "Values.Value.StringV" + "(" + _dafny.toString(this.s) + ")";
      } else if (this.$tag === 3) {
        return "Values.Value.EntityV" + "(" + _dafny.toString(this.uid) + ")";
      } else if (this.$tag === 4) {
        return "Values.Value.SetV" + "(" + _dafny.toString(this.elements) + ")";
      } else if (this.$tag === 5) {
        return "Values.Value.RecordV" + "(" + _dafny.toString(this.fields) + ")";
      } else if (this.$tag === 6) {
        return "Values.Value.DecimalV" + "(" + _dafny.toString(this.units) + ")";
      } else if (this.$tag === 7) {
        return "Values.Value.IpV" + "(" + _dafny.toString(this.ip) + ")";
      } else if (this.$tag === 8) {
        return "Values.Value.DatetimeV" + "(" + _dafny.toString(this.epoch) + ")";
      } else if (this.$tag === 9) {
        return "Values.Value.DurationV" + "(" + _dafny.toString(this.millis) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && this.b === other.b;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.i, other.i);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && _dafny.areEqual(this.s, other.s);
      } else if (this.$tag === 3) {
        return other.$tag === 3 && _dafny.areEqual(this.uid, other.uid);
      } else if (this.$tag === 4) {
        return other.$tag === 4 && _dafny.areEqual(this.elements, other.elements);
      } else if (this.$tag === 5) {
        return other.$tag === 5 && _dafny.areEqual(this.fields, other.fields);
      } else if (this.$tag === 6) {
        return other.$tag === 6 && _dafny.areEqual(this.units, other.units);
      } else if (this.$tag === 7) {
        return other.$tag === 7 && _dafny.areEqual(this.ip, other.ip);
      } else if (this.$tag === 8) {
        return other.$tag === 8 && _dafny.areEqual(this.epoch, other.epoch);
      } else if (this.$tag === 9) {
        return other.$tag === 9 && _dafny.areEqual(this.millis, other.millis);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.Value.create_BoolV(false);
        }
      };
    }
  }

  $module.Error = class Error {
    constructor(tag) { this.$tag = tag; }
    static create_TypeError() {
      let $dt = new Error(0);
      return $dt;
    }
    static create_MissingAttribute() {
      let $dt = new Error(1);
      return $dt;
    }
    static create_MissingTag() {
      let $dt = new Error(2);
      return $dt;
    }
    static create_MissingEntity() {
      let $dt = new Error(3);
      return $dt;
    }
    static create_IntegerOverflow() {
      let $dt = new Error(4);
      return $dt;
    }
    static create_ArgumentCount() {
      let $dt = new Error(5);
      return $dt;
    }
    static create_ExtensionError() {
      let $dt = new Error(6);
      return $dt;
    }
    get is_TypeError() { return this.$tag === 0; }
    get is_MissingAttribute() { return this.$tag === 1; }
    get is_MissingTag() { return this.$tag === 2; }
    get is_MissingEntity() { return this.$tag === 3; }
    get is_IntegerOverflow() { return this.$tag === 4; }
    get is_ArgumentCount() { return this.$tag === 5; }
    get is_ExtensionError() { return this.$tag === 6; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Error.create_TypeError();
      yield Error.create_MissingAttribute();
      yield Error.create_MissingTag();
      yield Error.create_MissingEntity();
      yield Error.create_IntegerOverflow();
      yield Error.create_ArgumentCount();
      yield Error.create_ExtensionError();
    }
    toString() {
      if (this.$tag === 0) {
        return "Values.Error.TypeError";
      } else if (this.$tag === 1) {
        return "Values.Error.MissingAttribute";
      } else if (this.$tag === 2) {
        return "Values.Error.MissingTag";
      } else if (this.$tag === 3) {
        return "Values.Error.MissingEntity";
      } else if (this.$tag === 4) {
        return "Values.Error.IntegerOverflow";
      } else if (this.$tag === 5) {
        return "Values.Error.ArgumentCount";
      } else if (this.$tag === 6) {
        return "Values.Error.ExtensionError";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else if (this.$tag === 4) {
        return other.$tag === 4;
      } else if (this.$tag === 5) {
        return other.$tag === 5;
      } else if (this.$tag === 6) {
        return other.$tag === 6;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.Error.create_TypeError();
        }
      };
    }
  }

  $module.Result = class Result {
    constructor(tag) { this.$tag = tag; }
    static create_Ok(value) {
      let $dt = new Result(0);
      $dt.value = value;
      return $dt;
    }
    static create_Err(error) {
      let $dt = new Result(1);
      $dt.error = error;
      return $dt;
    }
    get is_Ok() { return this.$tag === 0; }
    get is_Err() { return this.$tag === 1; }
    get dtor_value() { return this.value; }
    get dtor_error() { return this.error; }
    toString() {
      if (this.$tag === 0) {
        return "Values.Result.Ok" + "(" + _dafny.toString(this.value) + ")";
      } else if (this.$tag === 1) {
        return "Values.Result.Err" + "(" + _dafny.toString(this.error) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.value, other.value);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.error, other.error);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.Result.create_Ok(Values.Value.Rtd().Default);
        }
      };
    }
  }

  $module.Results = class Results {
    constructor(tag) { this.$tag = tag; }
    static create_OkAll(values) {
      let $dt = new Results(0);
      $dt.values = values;
      return $dt;
    }
    static create_ErrAny(error) {
      let $dt = new Results(1);
      $dt.error = error;
      return $dt;
    }
    get is_OkAll() { return this.$tag === 0; }
    get is_ErrAny() { return this.$tag === 1; }
    get dtor_values() { return this.values; }
    get dtor_error() { return this.error; }
    toString() {
      if (this.$tag === 0) {
        return "Values.Results.OkAll" + "(" + _dafny.toString(this.values) + ")";
      } else if (this.$tag === 1) {
        return "Values.Results.ErrAny" + "(" + _dafny.toString(this.error) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.values, other.values);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.error, other.error);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Values.Results.create_OkAll(_dafny.Seq.of());
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Values._default";
    }
    static get MinLong() {
      return (new BigNumber(0)).minus(new BigNumber("9223372036854775808"));
    };
    static get MaxLong() {
      return new BigNumber("9223372036854775807");
    };
    static IsLong(i) {
      return ((Values.__default.MinLong).isLessThanOrEqualTo(i)) && ((i).isLessThanOrEqualTo(Values.__default.MaxLong));
    };
    static CheckedLong(i) {
      if (Values.__default.IsLong(i)) {
        return Values.Result.create_Ok(Values.Value.create_LongV(i));
      } else  {
        return Values.Result.create_Err(Values.Error.create_IntegerOverflow());
      }
    };
    static MaxPrefix(ip) {
      if ((ip).is_V4) {
        return new BigNumber(32);
      } else  {
        return new BigNumber(128);
      }
    };
    static TwoTo(n) {
      if ((n).isEqualTo(new BigNumber(0))) {
        return new BigNumber(1);
      } else  {
        return (new BigNumber(2)).multipliedBy(Values.__default.TwoTo((n).minus(new BigNumber(1))));
      }
    };
    static IsIp(ip) {
      return (((new BigNumber(0)).isLessThanOrEqualTo((ip).dtor_prefix)) && (((ip).dtor_prefix).isLessThanOrEqualTo(Values.__default.MaxPrefix(ip)))) && (((new BigNumber(0)).isLessThanOrEqualTo((ip).dtor_address)) && (((ip).dtor_address).isLessThan(Values.__default.TwoTo(Values.__default.MaxPrefix(ip)))));
    };
    static WellFormed(v) {
      let _source0 = v;
      if (_source0.is_BoolV) {
        let _0_b = (_source0).b;
        return true;
      } else if (_source0.is_LongV) {
        let _1_i = (_source0).i;
        return Values.__default.IsLong(_1_i);
      } else if (_source0.is_StringV) {
        let _2_s = (_source0).s;
        return true;
      } else if (_source0.is_EntityV) {
        let _3_uid = (_source0).uid;
        return true;
      } else if (_source0.is_SetV) {
        let _4_elements = (_source0).elements;
        return _dafny.Quantifier((_4_elements).Elements, true, function (_5_x) {
          return !((_4_elements).contains(_5_x)) || (Values.__default.WellFormed(_5_x));
        });
      } else if (_source0.is_RecordV) {
        let _6_fields = (_source0).fields;
        return _dafny.Quantifier((_6_fields).Keys.Elements, true, function (_7_k) {
          return !((_6_fields).contains(_7_k)) || (Values.__default.WellFormed((_6_fields).get(_7_k)));
        });
      } else if (_source0.is_DecimalV) {
        let _8_units = (_source0).units;
        return Values.__default.IsLong(_8_units);
      } else if (_source0.is_IpV) {
        let _9_ip = (_source0).ip;
        return Values.__default.IsIp(_9_ip);
      } else if (_source0.is_DatetimeV) {
        let _10_epoch = (_source0).epoch;
        return Values.__default.IsLong(_10_epoch);
      } else  {
        let _11_millis = (_source0).millis;
        return Values.__default.IsLong(_11_millis);
      }
    };
  };
  return $module;
})(); // end of module Values
let Hierarchy = (function() {
  let $module = {};


  $module.Entity = class Entity {
    constructor(tag) { this.$tag = tag; }
    static create_Entity(attributes,tags,parents) {
      let $dt = new Entity(0);
      $dt.attributes = attributes;
      $dt.tags = tags;
      $dt.parents = parents;
      return $dt;
    }
    get is_Entity() { return this.$tag === 0; }
    get dtor_attributes() { return this.attributes; }
    get dtor_tags() { return this.tags; }
    get dtor_parents() { return this.parents; }
    toString() {
      if (this.$tag === 0) {
        return "Hierarchy.Entity.Entity" + "(" + _dafny.toString(this.attributes) + ", " + _dafny.toString(this.tags) + ", " + _dafny.toString(this.parents) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.attributes, other.attributes) && _dafny.areEqual(this.tags, other.tags) && _dafny.areEqual(this.parents, other.parents);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Hierarchy.Entity.create_Entity(_dafny.Map.Empty, _dafny.Map.Empty, _dafny.Set.Empty);
        }
      };
    }
  }


  $module.__default = class __default {
    constructor () {
      this._tname = "Hierarchy._default";
    }
    static Parents(uid, entities) {
      if ((entities).contains(uid)) {
        return ((entities).get(uid)).dtor_parents;
      } else  {
        return _dafny.Set.fromElements();
      }
    };
    static ParentsOfAll(uids, entities) {
      return function () {
        let _coll0 = new _dafny.Set();
        for (const _compr_0 of (uids).Elements) { let _12_uid = _compr_0;
          for (const _compr_1 of (Hierarchy.__default.Parents(_12_uid, entities)).Elements) { let _13_parent = _compr_1;
            if (((uids).contains(_12_uid)) && ((Hierarchy.__default.Parents(_12_uid, entities)).contains(_13_parent))) {
              _coll0.add(_13_parent);
            }
          }
        }
        return _coll0;
      }();
    };
    static Climb(last, found, entities) {
      let _14_met = (Hierarchy.__default.ParentsOfAll(last, entities)).Difference(found);
      if ((_14_met).equals(_dafny.Set.fromElements())) {
        return found;
      } else  {
        return Hierarchy.__default.Climb(_14_met, (found).Union(_14_met), entities);
      }
    };
    static Ancestors(uid, entities) {
      return Hierarchy.__default.Climb(_dafny.Set.fromElements(uid), _dafny.Set.fromElements(), entities);
    };
    static Containers(uid, entities) {
      return (_dafny.Set.fromElements(uid)).Union(Hierarchy.__default.Ancestors(uid, entities));
    };
  };
  return $module;
})(); // end of module Hierarchy
let Patterns = (function() {
  let $module = {};

  $module.Pattern = class Pattern {
    constructor(tag) { this.$tag = tag; }
    static create_End() {
      let $dt = new Pattern(0);
      return $dt;
    }
    static create_Star(rest) {
      let $dt = new Pattern(1);
      $dt.rest = rest;
      return $dt;
    }
    static create_Char(c,rest) {
      let $dt = new Pattern(2);
      $dt.c = c;
      $dt.rest = rest;
      return $dt;
    }
    get is_End() { return this.$tag === 0; }
    get is_Star() { return this.$tag === 1; }
    get is_Char() { return this.$tag === 2; }
    get dtor_rest() { return this.rest; }
    get dtor_c() { return this.c; }
    toString() {
      if (this.$tag === 0) {
        return "Patterns.Pattern.End";
      } else if (this.$tag === 1) {
        return "Patterns.Pattern.Star" + "(" + _dafny.toString(this.rest) + ")";
      } else if (this.$tag === 2) {
        return "Patterns.Pattern.Char" + "(" + _dafny.toString(this.c) + ", " + _dafny.toString(this.rest) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.rest, other.rest);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && this.c === other.c && _dafny.areEqual(this.rest, other.rest);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Patterns.Pattern.create_End();
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Patterns._default";
    }
    static Answers(p, s) {
      let _source1 = p;
      if (_source1.is_End) {
        return Patterns.__default.LastOnly(new BigNumber((s).length));
      } else if (_source1.is_Char) {
        let _15_c = (_source1).c;
        let _16_rest = (_source1).rest;
        return Patterns.__default.AfterChar(_15_c, s, (Patterns.__default.Answers(_16_rest, s)).slice(new BigNumber(1)));
      } else  {
        let _17_rest = (_source1).rest;
        return Patterns.__default.AnyLater(Patterns.__default.Answers(_17_rest, s));
      }
    };
    static LastOnly(length) {
      if ((length).isEqualTo(new BigNumber(0))) {
        return _dafny.Seq.of(true);
      } else  {
        return _dafny.Seq.Concat(_dafny.Seq.of(false), Patterns.__default.LastOnly((length).minus(new BigNumber(1))));
      }
    };
    static AfterChar(c, s, after) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return _dafny.Seq.of(false);
      } else  {
        return _dafny.Seq.Concat(_dafny.Seq.of((((s)[new BigNumber(0)]) === (c)) && ((after)[new BigNumber(0)])), Patterns.__default.AfterChar(c, (s).slice(new BigNumber(1)), (after).slice(new BigNumber(1))));
      }
    };
    static AnyLater(answers) {
      if ((new BigNumber((answers).length)).isEqualTo(new BigNumber(0))) {
        return _dafny.Seq.of();
      } else  {
        let _18_later = Patterns.__default.AnyLater((answers).slice(new BigNumber(1)));
        return _dafny.Seq.Concat(_dafny.Seq.of(((answers)[new BigNumber(0)]) || (((new BigNumber(0)).isLessThan(new BigNumber((_18_later).length))) && ((_18_later)[new BigNumber(0)]))), _18_later);
      }
    };
    static Like(s, p) {
      return (Patterns.__default.Answers(p, s))[new BigNumber(0)];
    };
  };
  return $module;
})(); // end of module Patterns
let Expressions = (function() {
  let $module = {};



  $module.Variable = class Variable {
    constructor(tag) { this.$tag = tag; }
    static create_Principal() {
      let $dt = new Variable(0);
      return $dt;
    }
    static create_Action() {
      let $dt = new Variable(1);
      return $dt;
    }
    static create_Resource() {
      let $dt = new Variable(2);
      return $dt;
    }
    static create_Context() {
      let $dt = new Variable(3);
      return $dt;
    }
    get is_Principal() { return this.$tag === 0; }
    get is_Action() { return this.$tag === 1; }
    get is_Resource() { return this.$tag === 2; }
    get is_Context() { return this.$tag === 3; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Variable.create_Principal();
      yield Variable.create_Action();
      yield Variable.create_Resource();
      yield Variable.create_Context();
    }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.Variable.Principal";
      } else if (this.$tag === 1) {
        return "Expressions.Variable.Action";
      } else if (this.$tag === 2) {
        return "Expressions.Variable.Resource";
      } else if (this.$tag === 3) {
        return "Expressions.Variable.Context";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.Variable.create_Principal();
        }
      };
    }
  }

  $module.UnaryOp = class UnaryOp {
    constructor(tag) { this.$tag = tag; }
    static create_Not() {
      let $dt = new UnaryOp(0);
      return $dt;
    }
    static create_Negate() {
      let $dt = new UnaryOp(1);
      return $dt;
    }
    static create_IsEmpty() {
      let $dt = new UnaryOp(2);
      return $dt;
    }
    get is_Not() { return this.$tag === 0; }
    get is_Negate() { return this.$tag === 1; }
    get is_IsEmpty() { return this.$tag === 2; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield UnaryOp.create_Not();
      yield UnaryOp.create_Negate();
      yield UnaryOp.create_IsEmpty();
    }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.UnaryOp.Not";
      } else if (this.$tag === 1) {
        return "Expressions.UnaryOp.Negate";
      } else if (this.$tag === 2) {
        return "Expressions.UnaryOp.IsEmpty";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.UnaryOp.create_Not();
        }
      };
    }
  }

  $module.BinaryOp = class BinaryOp {
    constructor(tag) { this.$tag = tag; }
    static create_Equal() {
      let $dt = new BinaryOp(0);
      return $dt;
    }
    static create_Less() {
      let $dt = new BinaryOp(1);
      return $dt;
    }
    static create_LessOrEqual() {
      let $dt = new BinaryOp(2);
      return $dt;
    }
    static create_Add() {
      let $dt = new BinaryOp(3);
      return $dt;
    }
    static create_Subtract() {
      let $dt = new BinaryOp(4);
      return $dt;
    }
    static create_Multiply() {
      let $dt = new BinaryOp(5);
      return $dt;
    }
    static create_In() {
      let $dt = new BinaryOp(6);
      return $dt;
    }
    static create_Contains() {
      let $dt = new BinaryOp(7);
      return $dt;
    }
    static create_ContainsAll() {
      let $dt = new BinaryOp(8);
      return $dt;
    }
    static create_ContainsAny() {
      let $dt = new BinaryOp(9);
      return $dt;
    }
    static create_HasTag() {
      let $dt = new BinaryOp(10);
      return $dt;
    }
    static create_GetTag() {
      let $dt = new BinaryOp(11);
      return $dt;
    }
    get is_Equal() { return this.$tag === 0; }
    get is_Less() { return this.$tag === 1; }
    get is_LessOrEqual() { return this.$tag === 2; }
    get is_Add() { return this.$tag === 3; }
    get is_Subtract() { return this.$tag === 4; }
    get is_Multiply() { return this.$tag === 5; }
    get is_In() { return this.$tag === 6; }
    get is_Contains() { return this.$tag === 7; }
    get is_ContainsAll() { return this.$tag === 8; }
    get is_ContainsAny() { return this.$tag === 9; }
    get is_HasTag() { return this.$tag === 10; }
    get is_GetTag() { return this.$tag === 11; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield BinaryOp.create_Equal();
      yield BinaryOp.create_Less();
      yield BinaryOp.create_LessOrEqual();
      yield BinaryOp.create_Add();
      yield BinaryOp.create_Subtract();
      yield BinaryOp.create_Multiply();
      yield BinaryOp.create_In();
      yield BinaryOp.create_Contains();
      yield BinaryOp.create_ContainsAll();
      yield BinaryOp.create_ContainsAny();
      yield BinaryOp.create_HasTag();
      yield BinaryOp.create_GetTag();
    }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.BinaryOp.Equal";
      } else if (this.$tag === 1) {
        return "Expressions.BinaryOp.Less";
      } else if (this.$tag === 2) {
        return "Expressions.BinaryOp.LessOrEqual";
      } else if (this.$tag === 3) {
        return "Expressions.BinaryOp.Add";
      } else if (this.$tag === 4) {
        return "Expressions.BinaryOp.Subtract";
      } else if (this.$tag === 5) {
        return "Expressions.BinaryOp.Multiply";
      } else if (this.$tag === 6) {
        return "Expressions.BinaryOp.In";
      } else if (this.$tag === 7) {
        return "Expressions.BinaryOp.Contains";
      } else if (this.$tag === 8) {
        return "Expressions.BinaryOp.ContainsAll";
      } else if (this.$tag === 9) {
        return "Expressions.BinaryOp.ContainsAny";
      } else if (this.$tag === 10) {
        return "Expressions.BinaryOp.HasTag";
      } else if (this.$tag === 11) {
        return "Expressions.BinaryOp.GetTag";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else if (this.$tag === 4) {
        return other.$tag === 4;
      } else if (this.$tag === 5) {
        return other.$tag === 5;
      } else if (this.$tag === 6) {
        return other.$tag === 6;
      } else if (this.$tag === 7) {
        return other.$tag === 7;
      } else if (this.$tag === 8) {
        return other.$tag === 8;
      } else if (this.$tag === 9) {
        return other.$tag === 9;
      } else if (this.$tag === 10) {
        return other.$tag === 10;
      } else if (this.$tag === 11) {
        return other.$tag === 11;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.BinaryOp.create_Equal();
        }
      };
    }
  }

  $module.ExtensionFunction = class ExtensionFunction {
    constructor(tag) { this.$tag = tag; }
    static create_DecimalFn() {
      let $dt = new ExtensionFunction(0);
      return $dt;
    }
    static create_LessThan() {
      let $dt = new ExtensionFunction(1);
      return $dt;
    }
    static create_LessThanOrEqual() {
      let $dt = new ExtensionFunction(2);
      return $dt;
    }
    static create_GreaterThan() {
      let $dt = new ExtensionFunction(3);
      return $dt;
    }
    static create_GreaterThanOrEqual() {
      let $dt = new ExtensionFunction(4);
      return $dt;
    }
    static create_IpFn() {
      let $dt = new ExtensionFunction(5);
      return $dt;
    }
    static create_IsIpv4() {
      let $dt = new ExtensionFunction(6);
      return $dt;
    }
    static create_IsIpv6() {
      let $dt = new ExtensionFunction(7);
      return $dt;
    }
    static create_IsLoopbackFn() {
      let $dt = new ExtensionFunction(8);
      return $dt;
    }
    static create_IsMulticastFn() {
      let $dt = new ExtensionFunction(9);
      return $dt;
    }
    static create_IsInRangeFn() {
      let $dt = new ExtensionFunction(10);
      return $dt;
    }
    static create_DatetimeFn() {
      let $dt = new ExtensionFunction(11);
      return $dt;
    }
    static create_Offset() {
      let $dt = new ExtensionFunction(12);
      return $dt;
    }
    static create_DurationSince() {
      let $dt = new ExtensionFunction(13);
      return $dt;
    }
    static create_ToDateFn() {
      let $dt = new ExtensionFunction(14);
      return $dt;
    }
    static create_ToTimeFn() {
      let $dt = new ExtensionFunction(15);
      return $dt;
    }
    static create_DurationFn() {
      let $dt = new ExtensionFunction(16);
      return $dt;
    }
    static create_ToMillisecondsFn() {
      let $dt = new ExtensionFunction(17);
      return $dt;
    }
    static create_ToSecondsFn() {
      let $dt = new ExtensionFunction(18);
      return $dt;
    }
    static create_ToMinutesFn() {
      let $dt = new ExtensionFunction(19);
      return $dt;
    }
    static create_ToHoursFn() {
      let $dt = new ExtensionFunction(20);
      return $dt;
    }
    static create_ToDaysFn() {
      let $dt = new ExtensionFunction(21);
      return $dt;
    }
    get is_DecimalFn() { return this.$tag === 0; }
    get is_LessThan() { return this.$tag === 1; }
    get is_LessThanOrEqual() { return this.$tag === 2; }
    get is_GreaterThan() { return this.$tag === 3; }
    get is_GreaterThanOrEqual() { return this.$tag === 4; }
    get is_IpFn() { return this.$tag === 5; }
    get is_IsIpv4() { return this.$tag === 6; }
    get is_IsIpv6() { return this.$tag === 7; }
    get is_IsLoopbackFn() { return this.$tag === 8; }
    get is_IsMulticastFn() { return this.$tag === 9; }
    get is_IsInRangeFn() { return this.$tag === 10; }
    get is_DatetimeFn() { return this.$tag === 11; }
    get is_Offset() { return this.$tag === 12; }
    get is_DurationSince() { return this.$tag === 13; }
    get is_ToDateFn() { return this.$tag === 14; }
    get is_ToTimeFn() { return this.$tag === 15; }
    get is_DurationFn() { return this.$tag === 16; }
    get is_ToMillisecondsFn() { return this.$tag === 17; }
    get is_ToSecondsFn() { return this.$tag === 18; }
    get is_ToMinutesFn() { return this.$tag === 19; }
    get is_ToHoursFn() { return this.$tag === 20; }
    get is_ToDaysFn() { return this.$tag === 21; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield ExtensionFunction.create_DecimalFn();
      yield ExtensionFunction.create_LessThan();
      yield ExtensionFunction.create_LessThanOrEqual();
      yield ExtensionFunction.create_GreaterThan();
      yield ExtensionFunction.create_GreaterThanOrEqual();
      yield ExtensionFunction.create_IpFn();
      yield ExtensionFunction.create_IsIpv4();
      yield ExtensionFunction.create_IsIpv6();
      yield ExtensionFunction.create_IsLoopbackFn();
      yield ExtensionFunction.create_IsMulticastFn();
      yield ExtensionFunction.create_IsInRangeFn();
      yield ExtensionFunction.create_DatetimeFn();
      yield ExtensionFunction.create_Offset();
      yield ExtensionFunction.create_DurationSince();
      yield ExtensionFunction.create_ToDateFn();
      yield ExtensionFunction.create_ToTimeFn();
      yield ExtensionFunction.create_DurationFn();
      yield ExtensionFunction.create_ToMillisecondsFn();
      yield ExtensionFunction.create_ToSecondsFn();
      yield ExtensionFunction.create_ToMinutesFn();
      yield ExtensionFunction.create_ToHoursFn();
      yield ExtensionFunction.create_ToDaysFn();
    }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.ExtensionFunction.DecimalFn";
      } else if (this.$tag === 1) {
        return "Expressions.ExtensionFunction.LessThan";
      } else if (this.$tag === 2) {
        return "Expressions.ExtensionFunction.LessThanOrEqual";
      } else if (this.$tag === 3) {
        return "Expressions.ExtensionFunction.GreaterThan";
      } else if (this.$tag === 4) {
        return "Expressions.ExtensionFunction.GreaterThanOrEqual";
      } else if (this.$tag === 5) {
        return "Expressions.ExtensionFunction.IpFn";
      } else if (this.$tag === 6) {
        return "Expressions.ExtensionFunction.IsIpv4";
      } else if (this.$tag === 7) {
        return "Expressions.ExtensionFunction.IsIpv6";
      } else if (this.$tag === 8) {
        return "Expressions.ExtensionFunction.IsLoopbackFn";
      } else if (this.$tag === 9) {
        return "Expressions.ExtensionFunction.IsMulticastFn";
      } else if (this.$tag === 10) {
        return "Expressions.ExtensionFunction.IsInRangeFn";
      } else if (this.$tag === 11) {
        return "Expressions.ExtensionFunction.DatetimeFn";
      } else if (this.$tag === 12) {
        return "Expressions.ExtensionFunction.Offset";
      } else if (this.$tag === 13) {
        return "Expressions.ExtensionFunction.DurationSince";
      } else if (this.$tag === 14) {
        return "Expressions.ExtensionFunction.ToDateFn";
      } else if (this.$tag === 15) {
        return "Expressions.ExtensionFunction.ToTimeFn";
      } else if (this.$tag === 16) {
        return "Expressions.ExtensionFunction.DurationFn";
      } else if (this.$tag === 17) {
        return "Expressions.ExtensionFunction.ToMillisecondsFn";
      } else if (this.$tag === 18) {
        return "Expressions.ExtensionFunction.ToSecondsFn";
      } else if (this.$tag === 19) {
        return "Expressions.ExtensionFunction.ToMinutesFn";
      } else if (this.$tag === 20) {
        return "Expressions.ExtensionFunction.ToHoursFn";
      } else if (this.$tag === 21) {
        return "Expressions.ExtensionFunction.ToDaysFn";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else if (this.$tag === 4) {
        return other.$tag === 4;
      } else if (this.$tag === 5) {
        return other.$tag === 5;
      } else if (this.$tag === 6) {
        return other.$tag === 6;
      } else if (this.$tag === 7) {
        return other.$tag === 7;
      } else if (this.$tag === 8) {
        return other.$tag === 8;
      } else if (this.$tag === 9) {
        return other.$tag === 9;
      } else if (this.$tag === 10) {
        return other.$tag === 10;
      } else if (this.$tag === 11) {
        return other.$tag === 11;
      } else if (this.$tag === 12) {
        return other.$tag === 12;
      } else if (this.$tag === 13) {
        return other.$tag === 13;
      } else if (this.$tag === 14) {
        return other.$tag === 14;
      } else if (this.$tag === 15) {
        return other.$tag === 15;
      } else if (this.$tag === 16) {
        return other.$tag === 16;
      } else if (this.$tag === 17) {
        return other.$tag === 17;
      } else if (this.$tag === 18) {
        return other.$tag === 18;
      } else if (this.$tag === 19) {
        return other.$tag === 19;
      } else if (this.$tag === 20) {
        return other.$tag === 20;
      } else if (this.$tag === 21) {
        return other.$tag === 21;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.ExtensionFunction.create_DecimalFn();
        }
      };
    }
  }

  $module.Expr = class Expr {
    constructor(tag) { this.$tag = tag; }
    static create_BoolE(b) {
      let $dt = new Expr(0);
      $dt.b = b;
      return $dt;
    }
    static create_LongE(i) {
      let $dt = new Expr(1);
      $dt.i = i;
      return $dt;
    }
    static create_StringE(s) {
      let $dt = new Expr(2);
      $dt.s = s;
      return $dt;
    }
    static create_EntityE(uid) {
      let $dt = new Expr(3);
      $dt.uid = uid;
      return $dt;
    }
    static create_VariableE(variable) {
      let $dt = new Expr(4);
      $dt.variable = variable;
      return $dt;
    }
    static create_And(left,right) {
      let $dt = new Expr(5);
      $dt.left = left;
      $dt.right = right;
      return $dt;
    }
    static create_Or(left,right) {
      let $dt = new Expr(6);
      $dt.left = left;
      $dt.right = right;
      return $dt;
    }
    static create_If(test,yes,no) {
      let $dt = new Expr(7);
      $dt.test = test;
      $dt.yes = yes;
      $dt.no = no;
      return $dt;
    }
    static create_Unary(unary,arg) {
      let $dt = new Expr(8);
      $dt.unary = unary;
      $dt.arg = arg;
      return $dt;
    }
    static create_Binary(binary,left,right) {
      let $dt = new Expr(9);
      $dt.binary = binary;
      $dt.left = left;
      $dt.right = right;
      return $dt;
    }
    static create_LikeE(arg,pattern) {
      let $dt = new Expr(10);
      $dt.arg = arg;
      $dt.pattern = pattern;
      return $dt;
    }
    static create_Is(arg,entityType) {
      let $dt = new Expr(11);
      $dt.arg = arg;
      $dt.entityType = entityType;
      return $dt;
    }
    static create_HasAttribute(arg,name) {
      let $dt = new Expr(12);
      $dt.arg = arg;
      $dt.name = name;
      return $dt;
    }
    static create_GetAttribute(arg,name) {
      let $dt = new Expr(13);
      $dt.arg = arg;
      $dt.name = name;
      return $dt;
    }
    static create_SetE(elements) {
      let $dt = new Expr(14);
      $dt.elements = elements;
      return $dt;
    }
    static create_RecordE(fields) {
      let $dt = new Expr(15);
      $dt.fields = fields;
      return $dt;
    }
    static create_Call(fn,args) {
      let $dt = new Expr(16);
      $dt.fn = fn;
      $dt.args = args;
      return $dt;
    }
    get is_BoolE() { return this.$tag === 0; }
    get is_LongE() { return this.$tag === 1; }
    get is_StringE() { return this.$tag === 2; }
    get is_EntityE() { return this.$tag === 3; }
    get is_VariableE() { return this.$tag === 4; }
    get is_And() { return this.$tag === 5; }
    get is_Or() { return this.$tag === 6; }
    get is_If() { return this.$tag === 7; }
    get is_Unary() { return this.$tag === 8; }
    get is_Binary() { return this.$tag === 9; }
    get is_LikeE() { return this.$tag === 10; }
    get is_Is() { return this.$tag === 11; }
    get is_HasAttribute() { return this.$tag === 12; }
    get is_GetAttribute() { return this.$tag === 13; }
    get is_SetE() { return this.$tag === 14; }
    get is_RecordE() { return this.$tag === 15; }
    get is_Call() { return this.$tag === 16; }
    get dtor_b() { return this.b; }
    get dtor_i() { return this.i; }
    get dtor_s() { return this.s; }
    get dtor_uid() { return this.uid; }
    get dtor_variable() { return this.variable; }
    get dtor_left() { return this.left; }
    get dtor_right() { return this.right; }
    get dtor_test() { return this.test; }
    get dtor_yes() { return this.yes; }
    get dtor_no() { return this.no; }
    get dtor_unary() { return this.unary; }
    get dtor_arg() { return this.arg; }
    get dtor_binary() { return this.binary; }
    get dtor_pattern() { return this.pattern; }
    get dtor_entityType() { return this.entityType; }
    get dtor_name() { return this.name; }
    get dtor_elements() { return this.elements; }
    get dtor_fields() { return this.fields; }
    get dtor_fn() { return this.fn; }
    get dtor_args() { return this.args; }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.Expr.BoolE" + "(" + _dafny.toString(this.b) + ")";
      } else if (this.$tag === 1) {
        return "Expressions.Expr.LongE" + "(" + _dafny.toString(this.i) + ")";
      } else if (this.$tag === 2) {
        return "Expressions.Expr.StringE" + "(" + _dafny.toString(this.s) + ")";
      } else if (this.$tag === 3) {
        return "Expressions.Expr.EntityE" + "(" + _dafny.toString(this.uid) + ")";
      } else if (this.$tag === 4) {
        return "Expressions.Expr.VariableE" + "(" + _dafny.toString(this.variable) + ")";
      } else if (this.$tag === 5) {
        return "Expressions.Expr.And" + "(" + _dafny.toString(this.left) + ", " + _dafny.toString(this.right) + ")";
      } else if (this.$tag === 6) {
        return "Expressions.Expr.Or" + "(" + _dafny.toString(this.left) + ", " + _dafny.toString(this.right) + ")";
      } else if (this.$tag === 7) {
        return "Expressions.Expr.If" + "(" + _dafny.toString(this.test) + ", " + _dafny.toString(this.yes) + ", " + _dafny.toString(this.no) + ")";
      } else if (this.$tag === 8) {
        return "Expressions.Expr.Unary" + "(" + _dafny.toString(this.unary) + ", " + _dafny.toString(this.arg) + ")";
      } else if (this.$tag === 9) {
        return "Expressions.Expr.Binary" + "(" + _dafny.toString(this.binary) + ", " + _dafny.toString(this.left) + ", " + _dafny.toString(this.right) + ")";
      } else if (this.$tag === 10) {
        return "Expressions.Expr.LikeE" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.pattern) + ")";
      } else if (this.$tag === 11) {
        return "Expressions.Expr.Is" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.entityType) + ")";
      } else if (this.$tag === 12) {
        return "Expressions.Expr.HasAttribute" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.name) + ")";
      } else if (this.$tag === 13) {
        return "Expressions.Expr.GetAttribute" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.name) + ")";
      } else if (this.$tag === 14) {
        return "Expressions.Expr.SetE" + "(" + _dafny.toString(this.elements) + ")";
      } else if (this.$tag === 15) {
        return "Expressions.Expr.RecordE" + "(" + _dafny.toString(this.fields) + ")";
      } else if (this.$tag === 16) {
        return "Expressions.Expr.Call" + "(" + _dafny.toString(this.fn) + ", " + _dafny.toString(this.args) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && this.b === other.b;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.i, other.i);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && _dafny.areEqual(this.s, other.s);
      } else if (this.$tag === 3) {
        return other.$tag === 3 && _dafny.areEqual(this.uid, other.uid);
      } else if (this.$tag === 4) {
        return other.$tag === 4 && _dafny.areEqual(this.variable, other.variable);
      } else if (this.$tag === 5) {
        return other.$tag === 5 && _dafny.areEqual(this.left, other.left) && _dafny.areEqual(this.right, other.right);
      } else if (this.$tag === 6) {
        return other.$tag === 6 && _dafny.areEqual(this.left, other.left) && _dafny.areEqual(this.right, other.right);
      } else if (this.$tag === 7) {
        return other.$tag === 7 && _dafny.areEqual(this.test, other.test) && _dafny.areEqual(this.yes, other.yes) && _dafny.areEqual(this.no, other.no);
      } else if (this.$tag === 8) {
        return other.$tag === 8 && _dafny.areEqual(this.unary, other.unary) && _dafny.areEqual(this.arg, other.arg);
      } else if (this.$tag === 9) {
        return other.$tag === 9 && _dafny.areEqual(this.binary, other.binary) && _dafny.areEqual(this.left, other.left) && _dafny.areEqual(this.right, other.right);
      } else if (this.$tag === 10) {
        return other.$tag === 10 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.pattern, other.pattern);
      } else if (this.$tag === 11) {
        return other.$tag === 11 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.entityType, other.entityType);
      } else if (this.$tag === 12) {
        return other.$tag === 12 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.name, other.name);
      } else if (this.$tag === 13) {
        return other.$tag === 13 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.name, other.name);
      } else if (this.$tag === 14) {
        return other.$tag === 14 && _dafny.areEqual(this.elements, other.elements);
      } else if (this.$tag === 15) {
        return other.$tag === 15 && _dafny.areEqual(this.fields, other.fields);
      } else if (this.$tag === 16) {
        return other.$tag === 16 && _dafny.areEqual(this.fn, other.fn) && _dafny.areEqual(this.args, other.args);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.Expr.create_BoolE(false);
        }
      };
    }
  }

  $module.Exprs = class Exprs {
    constructor(tag) { this.$tag = tag; }
    static create_NoExprs() {
      let $dt = new Exprs(0);
      return $dt;
    }
    static create_MoreExprs(first,rest) {
      let $dt = new Exprs(1);
      $dt.first = first;
      $dt.rest = rest;
      return $dt;
    }
    get is_NoExprs() { return this.$tag === 0; }
    get is_MoreExprs() { return this.$tag === 1; }
    get dtor_first() { return this.first; }
    get dtor_rest() { return this.rest; }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.Exprs.NoExprs";
      } else if (this.$tag === 1) {
        return "Expressions.Exprs.MoreExprs" + "(" + _dafny.toString(this.first) + ", " + _dafny.toString(this.rest) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.first, other.first) && _dafny.areEqual(this.rest, other.rest);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.Exprs.create_NoExprs();
        }
      };
    }
  }

  $module.Fields = class Fields {
    constructor(tag) { this.$tag = tag; }
    static create_NoFields() {
      let $dt = new Fields(0);
      return $dt;
    }
    static create_MoreFields(key,value,others) {
      let $dt = new Fields(1);
      $dt.key = key;
      $dt.value = value;
      $dt.others = others;
      return $dt;
    }
    get is_NoFields() { return this.$tag === 0; }
    get is_MoreFields() { return this.$tag === 1; }
    get dtor_key() { return this.key; }
    get dtor_value() { return this.value; }
    get dtor_others() { return this.others; }
    toString() {
      if (this.$tag === 0) {
        return "Expressions.Fields.NoFields";
      } else if (this.$tag === 1) {
        return "Expressions.Fields.MoreFields" + "(" + _dafny.toString(this.key) + ", " + _dafny.toString(this.value) + ", " + _dafny.toString(this.others) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.key, other.key) && _dafny.areEqual(this.value, other.value) && _dafny.areEqual(this.others, other.others);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Expressions.Fields.create_NoFields();
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Expressions._default";
    }
    static NotEqual(left, right) {
      return Expressions.Expr.create_Unary(Expressions.UnaryOp.create_Not(), Expressions.Expr.create_Binary(Expressions.BinaryOp.create_Equal(), left, right));
    };
    static Greater(left, right) {
      return Expressions.Expr.create_Unary(Expressions.UnaryOp.create_Not(), Expressions.Expr.create_Binary(Expressions.BinaryOp.create_LessOrEqual(), left, right));
    };
    static GreaterOrEqual(left, right) {
      return Expressions.Expr.create_Unary(Expressions.UnaryOp.create_Not(), Expressions.Expr.create_Binary(Expressions.BinaryOp.create_Less(), left, right));
    };
    static IsIn(arg, entityType, container) {
      return Expressions.Expr.create_And(Expressions.Expr.create_Is(arg, entityType), Expressions.Expr.create_Binary(Expressions.BinaryOp.create_In(), arg, container));
    };
    static HasPath(arg, path) {
      if ((new BigNumber((path).length)).isEqualTo(new BigNumber(1))) {
        return Expressions.Expr.create_HasAttribute(arg, (path)[new BigNumber(0)]);
      } else  {
        return Expressions.Expr.create_And(Expressions.__default.HasPath(arg, (path).slice(0, (new BigNumber((path).length)).minus(new BigNumber(1)))), Expressions.Expr.create_HasAttribute(Expressions.__default.GetPath(arg, (path).slice(0, (new BigNumber((path).length)).minus(new BigNumber(1)))), (path)[(new BigNumber((path).length)).minus(new BigNumber(1))]));
      }
    };
    static GetPath(arg, path) {
      if ((new BigNumber((path).length)).isEqualTo(new BigNumber(0))) {
        return arg;
      } else  {
        return Expressions.Expr.create_GetAttribute(Expressions.__default.GetPath(arg, (path).slice(0, (new BigNumber((path).length)).minus(new BigNumber(1)))), (path)[(new BigNumber((path).length)).minus(new BigNumber(1))]);
      }
    };
  };
  return $module;
})(); // end of module Expressions
let Text = (function() {
  let $module = {};


  $module.__default = class __default {
    constructor () {
      this._tname = "Text._default";
    }
    static IsDigit(c) {
      return (('0') <= (c)) && ((c) <= ('9'));
    };
    static DigitValue(c) {
      return (new BigNumber((c).charCodeAt(0))).minus(new BigNumber(('0').charCodeAt(0)));
    };
    static DigitsAhead(s) {
      if (((new BigNumber(0)).isLessThan(new BigNumber((s).length))) && (Text.__default.IsDigit((s)[new BigNumber(0)]))) {
        return (new BigNumber(1)).plus(Text.__default.DigitsAhead((s).slice(new BigNumber(1))));
      } else  {
        return new BigNumber(0);
      }
    };
    static AllDigits(s) {
      return ((new BigNumber(0)).isLessThan(new BigNumber((s).length))) && ((Text.__default.DigitsAhead(s)).isEqualTo(new BigNumber((s).length)));
    };
    static NumberOf(s) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return new BigNumber(0);
      } else  {
        return ((Text.__default.NumberOf((s).slice(0, (new BigNumber((s).length)).minus(new BigNumber(1))))).multipliedBy(new BigNumber(10))).plus(Text.__default.DigitValue((s)[(new BigNumber((s).length)).minus(new BigNumber(1))]));
      }
    };
    static Natural(s) {
      if (Text.__default.AllDigits(s)) {
        return Values.Option.create_Some(Text.__default.NumberOf(s));
      } else  {
        return Values.Option.create_None();
      }
    };
    static Find(c, s) {
      if (((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) || (((s)[new BigNumber(0)]) === (c))) {
        return new BigNumber(0);
      } else  {
        return (new BigNumber(1)).plus(Text.__default.Find(c, (s).slice(new BigNumber(1))));
      }
    };
    static Count(c, s) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return new BigNumber(0);
      } else  {
        return ((((s)[new BigNumber(0)]) === (c)) ? (new BigNumber(1)) : (new BigNumber(0))).plus(Text.__default.Count(c, (s).slice(new BigNumber(1))));
      }
    };
    static Truncated(a, b) {
      if ((new BigNumber(0)).isLessThanOrEqualTo(a)) {
        return _dafny.EuclideanDivision(a, b);
      } else  {
        return (new BigNumber(0)).minus(_dafny.EuclideanDivision((new BigNumber(0)).minus(a), b));
      }
    };
  };
  return $module;
})(); // end of module Text
let Decimals = (function() {
  let $module = {};



  $module.__default = class __default {
    constructor () {
      this._tname = "Decimals._default";
    }
    static TenTo(n) {
      if ((n).isEqualTo(new BigNumber(0))) {
        return new BigNumber(1);
      } else  {
        return (new BigNumber(10)).multipliedBy(Decimals.__default.TenTo((n).minus(new BigNumber(1))));
      }
    };
    static ParseDecimal(s) {
      let _19_negative = ((new BigNumber(0)).isLessThan(new BigNumber((s).length))) && (((s)[new BigNumber(0)]) === ('-'));
      let _20_body = (_19_negative) ? ((s).slice(new BigNumber(1))) : (s);
      let _21_point = Text.__default.Find('.', _20_body);
      if ((_21_point).isEqualTo(new BigNumber((_20_body).length))) {
        return Values.Option.create_None();
      } else  {
        let _22_fraction = (_20_body).slice((_21_point).plus(new BigNumber(1)));
        let _23_whole = Text.__default.Natural((_20_body).slice(0, _21_point));
        let _24_part = Text.__default.Natural(_22_fraction);
        if ((((_23_whole).is_None) || ((_24_part).is_None)) || ((new BigNumber(4)).isLessThan(new BigNumber((_22_fraction).length)))) {
          return Values.Option.create_None();
        } else  {
          let _25_size = (((_23_whole).dtor_value).multipliedBy(new BigNumber(10000))).plus(((_24_part).dtor_value).multipliedBy(Decimals.__default.TenTo((new BigNumber(4)).minus(new BigNumber((_22_fraction).length)))));
          let _26_units = (_19_negative) ? ((new BigNumber(0)).minus(_25_size)) : (_25_size);
          if (Values.__default.IsLong(_26_units)) {
            return Values.Option.create_Some(_26_units);
          } else  {
            return Values.Option.create_None();
          }
        }
      }
    };
  };
  return $module;
})(); // end of module Decimals
let IpAddresses = (function() {
  let $module = {};



  $module.Groups = class Groups {
    constructor(tag) { this.$tag = tag; }
    static create_Groups(count,number) {
      let $dt = new Groups(0);
      $dt.count = count;
      $dt.number = number;
      return $dt;
    }
    get is_Groups() { return this.$tag === 0; }
    get dtor_count() { return this.count; }
    get dtor_number() { return this.number; }
    toString() {
      if (this.$tag === 0) {
        return "IpAddresses.Groups.Groups" + "(" + _dafny.toString(this.count) + ", " + _dafny.toString(this.number) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.count, other.count) && _dafny.areEqual(this.number, other.number);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return IpAddresses.Groups.create_Groups(new BigNumber(0), new BigNumber(0));
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "IpAddresses._default";
    }
    static ParseOctet(s) {
      if ((((!(Text.__default.AllDigits(s))) || ((new BigNumber(3)).isLessThan(new BigNumber((s).length)))) || (((new BigNumber(1)).isLessThan(new BigNumber((s).length))) && (((s)[new BigNumber(0)]) === ('0')))) || ((new BigNumber(255)).isLessThan(Text.__default.NumberOf(s)))) {
        return Values.Option.create_None();
      } else  {
        return Values.Option.create_Some(Text.__default.NumberOf(s));
      }
    };
    static ParseOctets(s, count) {
      if ((count).isEqualTo(new BigNumber(1))) {
        return IpAddresses.__default.ParseOctet(s);
      } else  {
        let _27_point = Text.__default.Find('.', s);
        if ((_27_point).isEqualTo(new BigNumber((s).length))) {
          return Values.Option.create_None();
        } else  {
          let _28_first = IpAddresses.__default.ParseOctet((s).slice(0, _27_point));
          let _29_rest = IpAddresses.__default.ParseOctets((s).slice((_27_point).plus(new BigNumber(1))), (count).minus(new BigNumber(1)));
          if (((_28_first).is_None) || ((_29_rest).is_None)) {
            return Values.Option.create_None();
          } else  {
            return Values.Option.create_Some((((_28_first).dtor_value).multipliedBy(Values.__default.TwoTo((new BigNumber(8)).multipliedBy((count).minus(new BigNumber(1)))))).plus((_29_rest).dtor_value));
          }
        }
      }
    };
    static IsHexDigit(c) {
      return ((Text.__default.IsDigit(c)) || ((('a') <= (c)) && ((c) <= ('f')))) || ((('A') <= (c)) && ((c) <= ('F')));
    };
    static HexValue(c) {
      if (Text.__default.IsDigit(c)) {
        return Text.__default.DigitValue(c);
      } else  {
        if (('a') <= (c)) {
          return ((new BigNumber((c).charCodeAt(0))).minus(new BigNumber(('a').charCodeAt(0)))).plus(new BigNumber(10));
        } else  {
          return ((new BigNumber((c).charCodeAt(0))).minus(new BigNumber(('A').charCodeAt(0)))).plus(new BigNumber(10));
        }
      }
    };
    static ParseGroup(s) {
      if ((((new BigNumber(1)).isLessThanOrEqualTo(new BigNumber((s).length))) && ((new BigNumber((s).length)).isLessThanOrEqualTo(new BigNumber(4)))) && (_dafny.Quantifier(_dafny.IntegerRange(new BigNumber(0), new BigNumber((s).length)), true, function (_30_i) {
        return !(((new BigNumber(0)).isLessThanOrEqualTo(_30_i)) && ((_30_i).isLessThan(new BigNumber((s).length)))) || (IpAddresses.__default.IsHexDigit((s)[_30_i]));
      }))) {
        return Values.Option.create_Some(IpAddresses.__default.HexNumber(s));
      } else  {
        return Values.Option.create_None();
      }
    };
    static HexNumber(s) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return new BigNumber(0);
      } else  {
        return ((IpAddresses.__default.HexNumber((s).slice(0, (new BigNumber((s).length)).minus(new BigNumber(1))))).multipliedBy(new BigNumber(16))).plus(IpAddresses.__default.HexValue((s)[(new BigNumber((s).length)).minus(new BigNumber(1))]));
      }
    };
    static ParseGroups(s) {
      let _31_colon = Text.__default.Find(':', s);
      let _32_first = IpAddresses.__default.ParseGroup((s).slice(0, _31_colon));
      if ((_32_first).is_None) {
        return Values.Option.create_None();
      } else  {
        if ((_31_colon).isEqualTo(new BigNumber((s).length))) {
          return Values.Option.create_Some(IpAddresses.Groups.create_Groups(new BigNumber(1), (_32_first).dtor_value));
        } else  {
          let _33_rest = IpAddresses.__default.ParseGroups((s).slice((_31_colon).plus(new BigNumber(1))));
          if ((_33_rest).is_None) {
            return Values.Option.create_None();
          } else  {
            return Values.Option.create_Some(IpAddresses.Groups.create_Groups((((_33_rest).dtor_value).dtor_count).plus(new BigNumber(1)), (((_32_first).dtor_value).multipliedBy(Values.__default.TwoTo((new BigNumber(16)).multipliedBy(((_33_rest).dtor_value).dtor_count)))).plus(((_33_rest).dtor_value).dtor_number)));
          }
        }
      }
    };
    static ParseGroupsOrNone(s) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return Values.Option.create_Some(IpAddresses.Groups.create_Groups(new BigNumber(0), new BigNumber(0)));
      } else  {
        return IpAddresses.__default.ParseGroups(s);
      }
    };
    static FindGap(s) {
      if ((new BigNumber((s).length)).isLessThan(new BigNumber(2))) {
        return new BigNumber((s).length);
      } else  {
        if ((((s)[new BigNumber(0)]) === (':')) && (((s)[new BigNumber(1)]) === (':'))) {
          return new BigNumber(0);
        } else  {
          return (new BigNumber(1)).plus(IpAddresses.__default.FindGap((s).slice(new BigNumber(1))));
        }
      }
    };
    static ParseV6Address(s) {
      let _34_gap = IpAddresses.__default.FindGap(s);
      if ((_34_gap).isEqualTo(new BigNumber((s).length))) {
        let _35_all = IpAddresses.__default.ParseGroups(s);
        if (((_35_all).is_Some) && ((((_35_all).dtor_value).dtor_count).isEqualTo(new BigNumber(8)))) {
          return Values.Option.create_Some(((_35_all).dtor_value).dtor_number);
        } else  {
          return Values.Option.create_None();
        }
      } else  {
        let _36_head = IpAddresses.__default.ParseGroupsOrNone((s).slice(0, _34_gap));
        let _37_tail = IpAddresses.__default.ParseGroupsOrNone((s).slice((_34_gap).plus(new BigNumber(2))));
        if ((((_36_head).is_None) || ((_37_tail).is_None)) || ((new BigNumber(7)).isLessThan((((_36_head).dtor_value).dtor_count).plus(((_37_tail).dtor_value).dtor_count)))) {
          return Values.Option.create_None();
        } else  {
          return Values.Option.create_Some(((((_36_head).dtor_value).dtor_number).multipliedBy(Values.__default.TwoTo((new BigNumber(16)).multipliedBy((new BigNumber(8)).minus(((_36_head).dtor_value).dtor_count))))).plus(((_37_tail).dtor_value).dtor_number));
        }
      }
    };
    static ParsePrefix(s, most) {
      if ((((!(Text.__default.AllDigits(s))) || ((new BigNumber(3)).isLessThan(new BigNumber((s).length)))) || (((new BigNumber(1)).isLessThan(new BigNumber((s).length))) && (((s)[new BigNumber(0)]) === ('0')))) || ((most).isLessThan(Text.__default.NumberOf(s)))) {
        return Values.Option.create_None();
      } else  {
        return Values.Option.create_Some(Text.__default.NumberOf(s));
      }
    };
    static ParseIp(s) {
      if ((new BigNumber(43)).isLessThan(new BigNumber((s).length))) {
        return Values.Option.create_None();
      } else  {
        let _38_slash = Text.__default.Find('/', s);
        let _39_v4 = IpAddresses.__default.ParseOctets((s).slice(0, _38_slash), new BigNumber(4));
        let _40_v6 = IpAddresses.__default.ParseV6Address((s).slice(0, _38_slash));
        let _41_most = ((_39_v4).is_Some) ? (new BigNumber(32)) : (new BigNumber(128));
        let _42_prefix = ((_38_slash).isEqualTo(new BigNumber((s).length))) ? (Values.Option.create_Some(_41_most)) : (IpAddresses.__default.ParsePrefix((s).slice((_38_slash).plus(new BigNumber(1))), _41_most));
        if ((_42_prefix).is_None) {
          return Values.Option.create_None();
        } else  {
          if ((_39_v4).is_Some) {
            return IpAddresses.__default.CheckedIp(Values.Ip.create_V4((_39_v4).dtor_value, (_42_prefix).dtor_value));
          } else  {
            if ((_40_v6).is_Some) {
              return IpAddresses.__default.CheckedIp(Values.Ip.create_V6((_40_v6).dtor_value, (_42_prefix).dtor_value));
            } else  {
              return Values.Option.create_None();
            }
          }
        }
      }
    };
    static CheckedIp(ip) {
      if (Values.__default.IsIp(ip)) {
        return Values.Option.create_Some(ip);
      } else  {
        return Values.Option.create_None();
      }
    };
    static RangeSize(ip) {
      return Values.__default.TwoTo((Values.__default.MaxPrefix(ip)).minus((ip).dtor_prefix));
    };
    static Lowest(ip) {
      return ((ip).dtor_address).minus(((ip).dtor_address).mod(IpAddresses.__default.RangeSize(ip)));
    };
    static Highest(ip) {
      return ((IpAddresses.__default.Lowest(ip)).plus(IpAddresses.__default.RangeSize(ip))).minus(new BigNumber(1));
    };
    static IsInRange(a, b) {
      return ((((a).is_V4) === ((b).is_V4)) && ((IpAddresses.__default.Lowest(b)).isLessThanOrEqualTo(IpAddresses.__default.Lowest(a)))) && ((IpAddresses.__default.Highest(a)).isLessThanOrEqualTo(IpAddresses.__default.Highest(b)));
    };
    static IsLoopback(ip) {
      if ((ip).is_V4) {
        return ((_dafny.EuclideanDivision((ip).dtor_address, Values.__default.TwoTo(new BigNumber(24)))).isEqualTo(new BigNumber(127))) && ((new BigNumber(8)).isLessThanOrEqualTo((ip).dtor_prefix));
      } else  {
        return (((ip).dtor_address).isEqualTo(new BigNumber(1))) && (((ip).dtor_prefix).isEqualTo(new BigNumber(128)));
      }
    };
    static IsMulticast(ip) {
      if ((ip).is_V4) {
        return ((_dafny.EuclideanDivision((ip).dtor_address, Values.__default.TwoTo(new BigNumber(28)))).isEqualTo(new BigNumber(14))) && ((new BigNumber(4)).isLessThanOrEqualTo((ip).dtor_prefix));
      } else  {
        return ((_dafny.EuclideanDivision((ip).dtor_address, Values.__default.TwoTo(new BigNumber(120)))).isEqualTo(new BigNumber(255))) && ((new BigNumber(8)).isLessThanOrEqualTo((ip).dtor_prefix));
      }
    };
  };
  return $module;
})(); // end of module IpAddresses
let Datetimes = (function() {
  let $module = {};



  $module.__default = class __default {
    constructor () {
      this._tname = "Datetimes._default";
    }
    static get DayMillis() {
      return new BigNumber(86400000);
    };
    static IsLeapYear(year) {
      return (((year).mod(new BigNumber(4))).isEqualTo(new BigNumber(0))) && ((!((year).mod(new BigNumber(100))).isEqualTo(new BigNumber(0))) || (((year).mod(new BigNumber(400))).isEqualTo(new BigNumber(0))));
    };
    static DaysInMonth(year, month) {
      if ((month).isEqualTo(new BigNumber(2))) {
        if (Datetimes.__default.IsLeapYear(year)) {
          return new BigNumber(29);
        } else  {
          return new BigNumber(28);
        }
      } else  {
        if (((((month).isEqualTo(new BigNumber(4))) || ((month).isEqualTo(new BigNumber(6)))) || ((month).isEqualTo(new BigNumber(9)))) || ((month).isEqualTo(new BigNumber(11)))) {
          return new BigNumber(30);
        } else  {
          return new BigNumber(31);
        }
      }
    };
    static DaysBeforeYear(year) {
      return ((((new BigNumber(365)).multipliedBy(year)).plus(_dafny.EuclideanDivision((year).plus(new BigNumber(3)), new BigNumber(4)))).minus(_dafny.EuclideanDivision((year).plus(new BigNumber(99)), new BigNumber(100)))).plus(_dafny.EuclideanDivision((year).plus(new BigNumber(399)), new BigNumber(400)));
    };
    static DaysBeforeMonth(year, month) {
      if ((month).isEqualTo(new BigNumber(1))) {
        return new BigNumber(0);
      } else  {
        return (Datetimes.__default.DaysBeforeMonth(year, (month).minus(new BigNumber(1)))).plus(Datetimes.__default.DaysInMonth(year, (month).minus(new BigNumber(1))));
      }
    };
    static IsDate(year, month, day) {
      return ((((new BigNumber(0)).isLessThanOrEqualTo(year)) && ((year).isLessThanOrEqualTo(new BigNumber(9999)))) && (((new BigNumber(1)).isLessThanOrEqualTo(month)) && ((month).isLessThanOrEqualTo(new BigNumber(12))))) && (((new BigNumber(1)).isLessThanOrEqualTo(day)) && ((day).isLessThanOrEqualTo(Datetimes.__default.DaysInMonth(year, month))));
    };
    static EpochDay(year, month, day) {
      return ((((Datetimes.__default.DaysBeforeYear(year)).minus(Datetimes.__default.DaysBeforeYear(new BigNumber(1970)))).plus(Datetimes.__default.DaysBeforeMonth(year, month))).plus(day)).minus(new BigNumber(1));
    };
    static Field(s, from, count) {
      return Text.__default.Natural((s).slice(from, (from).plus(count)));
    };
    static ParseDate(s) {
      let _43_year = Datetimes.__default.Field(s, new BigNumber(0), new BigNumber(4));
      let _44_month = Datetimes.__default.Field(s, new BigNumber(5), new BigNumber(2));
      let _45_day = Datetimes.__default.Field(s, new BigNumber(8), new BigNumber(2));
      if ((((((((s)[new BigNumber(4)]) !== ('-')) || (((s)[new BigNumber(7)]) !== ('-'))) || ((_43_year).is_None)) || ((_44_month).is_None)) || ((_45_day).is_None)) || (!(Datetimes.__default.IsDate((_43_year).dtor_value, (_44_month).dtor_value, (_45_day).dtor_value)))) {
        return Values.Option.create_None();
      } else  {
        return Values.Option.create_Some((Datetimes.__default.EpochDay((_43_year).dtor_value, (_44_month).dtor_value, (_45_day).dtor_value)).multipliedBy(Datetimes.__default.DayMillis));
      }
    };
    static ParseTime(s) {
      let _46_hour = Datetimes.__default.Field(s, new BigNumber(1), new BigNumber(2));
      let _47_minute = Datetimes.__default.Field(s, new BigNumber(4), new BigNumber(2));
      let _48_second = Datetimes.__default.Field(s, new BigNumber(7), new BigNumber(2));
      if (((((((((((s)[new BigNumber(0)]) !== ('T')) || (((s)[new BigNumber(3)]) !== (':'))) || (((s)[new BigNumber(6)]) !== (':'))) || ((_46_hour).is_None)) || ((_47_minute).is_None)) || ((_48_second).is_None)) || ((new BigNumber(23)).isLessThan((_46_hour).dtor_value))) || ((new BigNumber(59)).isLessThan((_47_minute).dtor_value))) || ((new BigNumber(59)).isLessThan((_48_second).dtor_value))) {
        return Values.Option.create_None();
      } else  {
        return Values.Option.create_Some(((((((_46_hour).dtor_value).multipliedBy(new BigNumber(60))).plus((_47_minute).dtor_value)).multipliedBy(new BigNumber(60))).plus((_48_second).dtor_value)).multipliedBy(new BigNumber(1000)));
      }
    };
    static ParseZone(s) {
      if (_dafny.areEqual(s, "Z")) {
        return Values.Option.create_Some(new BigNumber(0));
      } else  {
        if ((!(new BigNumber((s).length)).isEqualTo(new BigNumber(5))) || ((((s)[new BigNumber(0)]) !== ('+')) && (((s)[new BigNumber(0)]) !== ('-')))) {
          return Values.Option.create_None();
        } else  {
          let _49_hours = Datetimes.__default.Field(s, new BigNumber(1), new BigNumber(2));
          let _50_minutes = Datetimes.__default.Field(s, new BigNumber(3), new BigNumber(2));
          if (((((_49_hours).is_None) || ((_50_minutes).is_None)) || ((new BigNumber(23)).isLessThan((_49_hours).dtor_value))) || ((new BigNumber(59)).isLessThan((_50_minutes).dtor_value))) {
            return Values.Option.create_None();
          } else  {
            let _51_distance = ((((_49_hours).dtor_value).multipliedBy(new BigNumber(60))).plus((_50_minutes).dtor_value)).multipliedBy(new BigNumber(60000));
            return Values.Option.create_Some((((s)[new BigNumber(0)]) === ('+')) ? (_51_distance) : ((new BigNumber(0)).minus(_51_distance)));
          }
        }
      }
    };
    static ParseDatetime(s) {
      if ((new BigNumber((s).length)).isLessThan(new BigNumber(10))) {
        return Values.Option.create_None();
      } else  {
        let _52_date = Datetimes.__default.ParseDate((s).slice(0, new BigNumber(10)));
        if (((new BigNumber((s).length)).isEqualTo(new BigNumber(10))) || ((_52_date).is_None)) {
          return _52_date;
        } else  {
          if ((new BigNumber((s).length)).isLessThan(new BigNumber(20))) {
            return Values.Option.create_None();
          } else  {
            let _53_time = Datetimes.__default.ParseTime((s).slice(new BigNumber(10), new BigNumber(19)));
            if ((_53_time).is_None) {
              return Values.Option.create_None();
            } else  {
              let _54_withMillis = ((s)[new BigNumber(19)]) === ('.');
              if ((_54_withMillis) && ((new BigNumber((s).length)).isLessThan(new BigNumber(23)))) {
                return Values.Option.create_None();
              } else  {
                let _55_millis = (_54_withMillis) ? (Datetimes.__default.Field(s, new BigNumber(20), new BigNumber(3))) : (Values.Option.create_Some(new BigNumber(0)));
                let _56_zone = Datetimes.__default.ParseZone((_54_withMillis) ? ((s).slice(new BigNumber(23))) : ((s).slice(new BigNumber(19))));
                if (((_55_millis).is_None) || ((_56_zone).is_None)) {
                  return Values.Option.create_None();
                } else  {
                  return Values.Option.create_Some(((((_52_date).dtor_value).plus((_53_time).dtor_value)).plus((_55_millis).dtor_value)).minus((_56_zone).dtor_value));
                }
              }
            }
          }
        }
      }
    };
    static ToDate(epoch) {
      return (epoch).minus((epoch).mod(Datetimes.__default.DayMillis));
    };
    static ToTime(epoch) {
      return (epoch).mod(Datetimes.__default.DayMillis);
    };
  };
  return $module;
})(); // end of module Datetimes
let Durations = (function() {
  let $module = {};



  $module.Unit = class Unit {
    constructor(tag) { this.$tag = tag; }
    static create_Unit(name,millis,rank) {
      let $dt = new Unit(0);
      $dt.name = name;
      $dt.millis = millis;
      $dt.rank = rank;
      return $dt;
    }
    get is_Unit() { return this.$tag === 0; }
    get dtor_name() { return this.name; }
    get dtor_millis() { return this.millis; }
    get dtor_rank() { return this.rank; }
    toString() {
      if (this.$tag === 0) {
        return "Durations.Unit.Unit" + "(" + _dafny.toString(this.name) + ", " + _dafny.toString(this.millis) + ", " + _dafny.toString(this.rank) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.name, other.name) && _dafny.areEqual(this.millis, other.millis) && _dafny.areEqual(this.rank, other.rank);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Durations.Unit.create_Unit(_dafny.Seq.of(), new BigNumber(0), new BigNumber(0));
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Durations._default";
    }
    static UnitAhead(s) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return Values.Option.create_None();
      } else  {
        if (((s)[new BigNumber(0)]) === ('d')) {
          return Values.Option.create_Some(Durations.Unit.create_Unit("d", new BigNumber(86400000), new BigNumber(5)));
        } else  {
          if (((s)[new BigNumber(0)]) === ('h')) {
            return Values.Option.create_Some(Durations.Unit.create_Unit("h", new BigNumber(3600000), new BigNumber(4)));
          } else  {
            if ((((new BigNumber(1)).isLessThan(new BigNumber((s).length))) && (((s)[new BigNumber(0)]) === ('m'))) && (((s)[new BigNumber(1)]) === ('s'))) {
              return Values.Option.create_Some(Durations.Unit.create_Unit("ms", new BigNumber(1), new BigNumber(1)));
            } else  {
              if (((s)[new BigNumber(0)]) === ('m')) {
                return Values.Option.create_Some(Durations.Unit.create_Unit("m", new BigNumber(60000), new BigNumber(3)));
              } else  {
                if (((s)[new BigNumber(0)]) === ('s')) {
                  return Values.Option.create_Some(Durations.Unit.create_Unit("s", new BigNumber(1000), new BigNumber(2)));
                } else  {
                  return Values.Option.create_None();
                }
              }
            }
          }
        }
      }
    };
    static ParseAmounts(s, rank) {
      if ((new BigNumber((s).length)).isEqualTo(new BigNumber(0))) {
        return Values.Option.create_Some(new BigNumber(0));
      } else  {
        let _57_digits = Text.__default.DigitsAhead(s);
        let _58_unit = Durations.__default.UnitAhead((s).slice(_57_digits));
        if ((((_57_digits).isEqualTo(new BigNumber(0))) || ((_58_unit).is_None)) || ((rank).isLessThanOrEqualTo(((_58_unit).dtor_value).dtor_rank))) {
          return Values.Option.create_None();
        } else  {
          let _59_rest = Durations.__default.ParseAmounts((s).slice((_57_digits).plus(((((_58_unit).dtor_value).dtor_rank).isEqualTo(new BigNumber(1))) ? (new BigNumber(2)) : (new BigNumber(1)))), ((_58_unit).dtor_value).dtor_rank);
          if ((_59_rest).is_None) {
            return Values.Option.create_None();
          } else  {
            return Values.Option.create_Some(((Text.__default.NumberOf((s).slice(0, _57_digits))).multipliedBy(((_58_unit).dtor_value).dtor_millis)).plus((_59_rest).dtor_value));
          }
        }
      }
    };
    static ParseDuration(s) {
      let _60_negative = ((new BigNumber(0)).isLessThan(new BigNumber((s).length))) && (((s)[new BigNumber(0)]) === ('-'));
      let _61_body = (_60_negative) ? ((s).slice(new BigNumber(1))) : (s);
      if ((new BigNumber((_61_body).length)).isEqualTo(new BigNumber(0))) {
        return Values.Option.create_None();
      } else  {
        let _62_size = Durations.__default.ParseAmounts(_61_body, new BigNumber(6));
        if ((_62_size).is_None) {
          return Values.Option.create_None();
        } else  {
          let _63_millis = (_60_negative) ? ((new BigNumber(0)).minus((_62_size).dtor_value)) : ((_62_size).dtor_value);
          if (Values.__default.IsLong(_63_millis)) {
            return Values.Option.create_Some(_63_millis);
          } else  {
            return Values.Option.create_None();
          }
        }
      }
    };
    static ToSeconds(millis) {
      return Text.__default.Truncated(millis, new BigNumber(1000));
    };
    static ToMinutes(millis) {
      return Text.__default.Truncated(Durations.__default.ToSeconds(millis), new BigNumber(60));
    };
    static ToHours(millis) {
      return Text.__default.Truncated(Durations.__default.ToMinutes(millis), new BigNumber(60));
    };
    static ToDays(millis) {
      return Text.__default.Truncated(Durations.__default.ToHours(millis), new BigNumber(24));
    };
  };
  return $module;
})(); // end of module Durations
let Extensions = (function() {
  let $module = {};







  $module.__default = class __default {
    constructor () {
      this._tname = "Extensions._default";
    }
    static Arity(fn) {
      let _source2 = fn;
      if (_source2.is_DecimalFn) {
        return new BigNumber(1);
      } else if (_source2.is_IpFn) {
        return new BigNumber(1);
      } else if (_source2.is_DatetimeFn) {
        return new BigNumber(1);
      } else if (_source2.is_DurationFn) {
        return new BigNumber(1);
      } else if (_source2.is_LessThan) {
        return new BigNumber(2);
      } else if (_source2.is_LessThanOrEqual) {
        return new BigNumber(2);
      } else if (_source2.is_GreaterThan) {
        return new BigNumber(2);
      } else if (_source2.is_GreaterThanOrEqual) {
        return new BigNumber(2);
      } else if (_source2.is_IsIpv4) {
        return new BigNumber(1);
      } else if (_source2.is_IsIpv6) {
        return new BigNumber(1);
      } else if (_source2.is_IsLoopbackFn) {
        return new BigNumber(1);
      } else if (_source2.is_IsMulticastFn) {
        return new BigNumber(1);
      } else if (_source2.is_IsInRangeFn) {
        return new BigNumber(2);
      } else if (_source2.is_Offset) {
        return new BigNumber(2);
      } else if (_source2.is_DurationSince) {
        return new BigNumber(2);
      } else if (_source2.is_ToDateFn) {
        return new BigNumber(1);
      } else if (_source2.is_ToTimeFn) {
        return new BigNumber(1);
      } else if (_source2.is_ToMillisecondsFn) {
        return new BigNumber(1);
      } else if (_source2.is_ToSecondsFn) {
        return new BigNumber(1);
      } else if (_source2.is_ToMinutesFn) {
        return new BigNumber(1);
      } else if (_source2.is_ToHoursFn) {
        return new BigNumber(1);
      } else  {
        return new BigNumber(1);
      }
    };
    static CallExtension(fn, args) {
      if (!(new BigNumber((args).length)).isEqualTo(Extensions.__default.Arity(fn))) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else  {
        if ((new BigNumber((args).length)).isEqualTo(new BigNumber(1))) {
          return Extensions.__default.CallOne(fn, (args)[new BigNumber(0)]);
        } else  {
          return Extensions.__default.CallTwo(fn, (args)[new BigNumber(0)], (args)[new BigNumber(1)]);
        }
      }
    };
    static CallOne(fn, v) {
      let _source3 = fn;
      if (_source3.is_DecimalFn) {
        if ((v).is_StringV) {
          return Extensions.__default.DecimalOf(Decimals.__default.ParseDecimal((v).dtor_s));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_IpFn) {
        if ((v).is_StringV) {
          return Extensions.__default.IpOf(IpAddresses.__default.ParseIp((v).dtor_s));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_DatetimeFn) {
        if ((v).is_StringV) {
          return Extensions.__default.DatetimeOf(Datetimes.__default.ParseDatetime((v).dtor_s));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_DurationFn) {
        if ((v).is_StringV) {
          return Extensions.__default.DurationOf(Durations.__default.ParseDuration((v).dtor_s));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_IsIpv4) {
        if ((v).is_IpV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_ip).is_V4));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_IsIpv6) {
        if ((v).is_IpV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_ip).is_V6));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_IsLoopbackFn) {
        if ((v).is_IpV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(IpAddresses.__default.IsLoopback((v).dtor_ip)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_IsMulticastFn) {
        if ((v).is_IpV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(IpAddresses.__default.IsMulticast((v).dtor_ip)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToDateFn) {
        if ((v).is_DatetimeV) {
          return Extensions.__default.CheckedDatetime(Datetimes.__default.ToDate((v).dtor_epoch));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToTimeFn) {
        if ((v).is_DatetimeV) {
          return Values.Result.create_Ok(Values.Value.create_DurationV(Datetimes.__default.ToTime((v).dtor_epoch)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToMillisecondsFn) {
        if ((v).is_DurationV) {
          return Values.Result.create_Ok(Values.Value.create_LongV((v).dtor_millis));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToSecondsFn) {
        if ((v).is_DurationV) {
          return Values.Result.create_Ok(Values.Value.create_LongV(Durations.__default.ToSeconds((v).dtor_millis)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToMinutesFn) {
        if ((v).is_DurationV) {
          return Values.Result.create_Ok(Values.Value.create_LongV(Durations.__default.ToMinutes((v).dtor_millis)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToHoursFn) {
        if ((v).is_DurationV) {
          return Values.Result.create_Ok(Values.Value.create_LongV(Durations.__default.ToHours((v).dtor_millis)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_ToDaysFn) {
        if ((v).is_DurationV) {
          return Values.Result.create_Ok(Values.Value.create_LongV(Durations.__default.ToDays((v).dtor_millis)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source3.is_LessThan) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else if (_source3.is_LessThanOrEqual) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else if (_source3.is_GreaterThan) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else if (_source3.is_GreaterThanOrEqual) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else if (_source3.is_IsInRangeFn) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else if (_source3.is_Offset) {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      } else  {
        return Values.Result.create_Err(Values.Error.create_ArgumentCount());
      }
    };
    static CallTwo(fn, v, w) {
      if (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_IsInRangeFn())) {
        if (((((v).is_IpV) && ((w).is_IpV)) && (Values.__default.IsIp((v).dtor_ip))) && (Values.__default.IsIp((w).dtor_ip))) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(IpAddresses.__default.IsInRange((v).dtor_ip, (w).dtor_ip)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else  {
        if (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_Offset())) {
          if (((v).is_DatetimeV) && ((w).is_DurationV)) {
            return Extensions.__default.CheckedDatetime(((v).dtor_epoch).plus((w).dtor_millis));
          } else  {
            return Values.Result.create_Err(Values.Error.create_TypeError());
          }
        } else  {
          if (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_DurationSince())) {
            if (((v).is_DatetimeV) && ((w).is_DatetimeV)) {
              return Extensions.__default.CheckedDuration(((v).dtor_epoch).minus((w).dtor_epoch));
            } else  {
              return Values.Result.create_Err(Values.Error.create_TypeError());
            }
          } else  {
            if ((!((v).is_DecimalV)) || (!((w).is_DecimalV))) {
              return Values.Result.create_Err(Values.Error.create_TypeError());
            } else  {
              if (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_LessThan())) {
                return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_units).isLessThan((w).dtor_units)));
              } else  {
                if (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_LessThanOrEqual())) {
                  return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_units).isLessThanOrEqualTo((w).dtor_units)));
                } else  {
                  if (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_GreaterThan())) {
                    return Values.Result.create_Ok(Values.Value.create_BoolV(((w).dtor_units).isLessThan((v).dtor_units)));
                  } else  {
                    return Values.Result.create_Ok(Values.Value.create_BoolV(((w).dtor_units).isLessThanOrEqualTo((v).dtor_units)));
                  }
                }
              }
            }
          }
        }
      }
    };
    static DecimalOf(units) {
      if ((units).is_Some) {
        return Values.Result.create_Ok(Values.Value.create_DecimalV((units).dtor_value));
      } else  {
        return Values.Result.create_Err(Values.Error.create_ExtensionError());
      }
    };
    static IpOf(ip) {
      if ((ip).is_Some) {
        return Values.Result.create_Ok(Values.Value.create_IpV((ip).dtor_value));
      } else  {
        return Values.Result.create_Err(Values.Error.create_ExtensionError());
      }
    };
    static DatetimeOf(epoch) {
      if ((epoch).is_Some) {
        return Values.Result.create_Ok(Values.Value.create_DatetimeV((epoch).dtor_value));
      } else  {
        return Values.Result.create_Err(Values.Error.create_ExtensionError());
      }
    };
    static DurationOf(millis) {
      if ((millis).is_Some) {
        return Values.Result.create_Ok(Values.Value.create_DurationV((millis).dtor_value));
      } else  {
        return Values.Result.create_Err(Values.Error.create_ExtensionError());
      }
    };
    static CheckedDatetime(epoch) {
      if (Values.__default.IsLong(epoch)) {
        return Values.Result.create_Ok(Values.Value.create_DatetimeV(epoch));
      } else  {
        return Values.Result.create_Err(Values.Error.create_ExtensionError());
      }
    };
    static CheckedDuration(millis) {
      if (Values.__default.IsLong(millis)) {
        return Values.Result.create_Ok(Values.Value.create_DurationV(millis));
      } else  {
        return Values.Result.create_Err(Values.Error.create_ExtensionError());
      }
    };
  };
  return $module;
})(); // end of module Extensions
let Evaluator = (function() {
  let $module = {};






  $module.Request = class Request {
    constructor(tag) { this.$tag = tag; }
    static create_Request(principal,action,resource,context) {
      let $dt = new Request(0);
      $dt.principal = principal;
      $dt.action = action;
      $dt.resource = resource;
      $dt.context = context;
      return $dt;
    }
    get is_Request() { return this.$tag === 0; }
    get dtor_principal() { return this.principal; }
    get dtor_action() { return this.action; }
    get dtor_resource() { return this.resource; }
    get dtor_context() { return this.context; }
    toString() {
      if (this.$tag === 0) {
        return "Evaluator.Request.Request" + "(" + _dafny.toString(this.principal) + ", " + _dafny.toString(this.action) + ", " + _dafny.toString(this.resource) + ", " + _dafny.toString(this.context) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.principal, other.principal) && _dafny.areEqual(this.action, other.action) && _dafny.areEqual(this.resource, other.resource) && _dafny.areEqual(this.context, other.context);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Evaluator.Request.create_Request(Values.EntityUid.Rtd().Default, Values.EntityUid.Rtd().Default, Values.EntityUid.Rtd().Default, _dafny.Map.Empty);
        }
      };
    }
  }

  $module.Env = class Env {
    constructor(tag) { this.$tag = tag; }
    static create_Env(request,entities) {
      let $dt = new Env(0);
      $dt.request = request;
      $dt.entities = entities;
      return $dt;
    }
    get is_Env() { return this.$tag === 0; }
    get dtor_request() { return this.request; }
    get dtor_entities() { return this.entities; }
    toString() {
      if (this.$tag === 0) {
        return "Evaluator.Env.Env" + "(" + _dafny.toString(this.request) + ", " + _dafny.toString(this.entities) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.request, other.request) && _dafny.areEqual(this.entities, other.entities);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Evaluator.Env.create_Env(Evaluator.Request.Rtd().Default, _dafny.Map.Empty);
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Evaluator._default";
    }
    static Evaluate(e, env) {
      let _source4 = e;
      if (_source4.is_BoolE) {
        let _64_b = (_source4).b;
        return Values.Result.create_Ok(Values.Value.create_BoolV(_64_b));
      } else if (_source4.is_LongE) {
        let _65_i = (_source4).i;
        return Values.Result.create_Ok(Values.Value.create_LongV(_65_i));
      } else if (_source4.is_StringE) {
        let _66_s = (_source4).s;
        return Values.Result.create_Ok(Values.Value.create_StringV(_66_s));
      } else if (_source4.is_EntityE) {
        let _67_uid = (_source4).uid;
        return Values.Result.create_Ok(Values.Value.create_EntityV(_67_uid));
      } else if (_source4.is_VariableE) {
        let _68_variable = (_source4).variable;
        return Evaluator.__default.ValueOf(_68_variable, (env).dtor_request);
      } else if (_source4.is_And) {
        let _69_left = (_source4).left;
        let _70_right = (_source4).right;
        let _71_a = Evaluator.__default.AsBool(Evaluator.__default.Evaluate(_69_left, env));
        if (_dafny.areEqual(_71_a, Values.Result.create_Ok(Values.Value.create_BoolV(true)))) {
          return Evaluator.__default.AsBool(Evaluator.__default.Evaluate(_70_right, env));
        } else  {
          return _71_a;
        }
      } else if (_source4.is_Or) {
        let _72_left = (_source4).left;
        let _73_right = (_source4).right;
        let _74_a = Evaluator.__default.AsBool(Evaluator.__default.Evaluate(_72_left, env));
        if (_dafny.areEqual(_74_a, Values.Result.create_Ok(Values.Value.create_BoolV(false)))) {
          return Evaluator.__default.AsBool(Evaluator.__default.Evaluate(_73_right, env));
        } else  {
          return _74_a;
        }
      } else if (_source4.is_If) {
        let _75_test = (_source4).test;
        let _76_yes = (_source4).yes;
        let _77_no = (_source4).no;
        let _78_a = Evaluator.__default.AsBool(Evaluator.__default.Evaluate(_75_test, env));
        if ((_78_a).is_Err) {
          return _78_a;
        } else  {
          if (((_78_a).dtor_value).dtor_b) {
            return Evaluator.__default.Evaluate(_76_yes, env);
          } else  {
            return Evaluator.__default.Evaluate(_77_no, env);
          }
        }
      } else if (_source4.is_Unary) {
        let _79_op = (_source4).unary;
        let _80_arg = (_source4).arg;
        let _81_a = Evaluator.__default.Evaluate(_80_arg, env);
        if ((_81_a).is_Err) {
          return _81_a;
        } else  {
          return Evaluator.__default.ApplyUnary(_79_op, (_81_a).dtor_value);
        }
      } else if (_source4.is_Binary) {
        let _82_op = (_source4).binary;
        let _83_left = (_source4).left;
        let _84_right = (_source4).right;
        let _85_a = Evaluator.__default.Evaluate(_83_left, env);
        if ((_85_a).is_Err) {
          return _85_a;
        } else  {
          let _86_b = Evaluator.__default.Evaluate(_84_right, env);
          if ((_86_b).is_Err) {
            return _86_b;
          } else  {
            return Evaluator.__default.ApplyBinary(_82_op, (_85_a).dtor_value, (_86_b).dtor_value, (env).dtor_entities);
          }
        }
      } else if (_source4.is_LikeE) {
        let _87_arg = (_source4).arg;
        let _88_pattern = (_source4).pattern;
        let _89_a = Evaluator.__default.Evaluate(_87_arg, env);
        if ((_89_a).is_Err) {
          return _89_a;
        } else  {
          if (((_89_a).dtor_value).is_StringV) {
            return Values.Result.create_Ok(Values.Value.create_BoolV(Patterns.__default.Like(((_89_a).dtor_value).dtor_s, _88_pattern)));
          } else  {
            return Values.Result.create_Err(Values.Error.create_TypeError());
          }
        }
      } else if (_source4.is_Is) {
        let _90_arg = (_source4).arg;
        let _91_entityType = (_source4).entityType;
        let _92_a = Evaluator.__default.Evaluate(_90_arg, env);
        if ((_92_a).is_Err) {
          return _92_a;
        } else  {
          if (((_92_a).dtor_value).is_EntityV) {
            return Values.Result.create_Ok(Values.Value.create_BoolV(_dafny.areEqual((((_92_a).dtor_value).dtor_uid).dtor_ty, _91_entityType)));
          } else  {
            return Values.Result.create_Err(Values.Error.create_TypeError());
          }
        }
      } else if (_source4.is_HasAttribute) {
        let _93_arg = (_source4).arg;
        let _94_name = (_source4).name;
        let _95_a = Evaluator.__default.Evaluate(_93_arg, env);
        if ((_95_a).is_Err) {
          return _95_a;
        } else  {
          return Evaluator.__default.Has((_95_a).dtor_value, _94_name, (env).dtor_entities);
        }
      } else if (_source4.is_GetAttribute) {
        let _96_arg = (_source4).arg;
        let _97_name = (_source4).name;
        let _98_a = Evaluator.__default.Evaluate(_96_arg, env);
        if ((_98_a).is_Err) {
          return _98_a;
        } else  {
          return Evaluator.__default.Get((_98_a).dtor_value, _97_name, (env).dtor_entities);
        }
      } else if (_source4.is_SetE) {
        let _99_elements = (_source4).elements;
        let _100_all = Evaluator.__default.EvaluateAll(_99_elements, env);
        if ((_100_all).is_ErrAny) {
          return Values.Result.create_Err((_100_all).dtor_error);
        } else  {
          return Values.Result.create_Ok(Values.Value.create_SetV(function () {
  let _coll1 = new _dafny.Set();
  for (const _compr_2 of ((_100_all).dtor_values).Elements) { let _101_v = _compr_2;
    if (_dafny.Seq.contains((_100_all).dtor_values, _101_v)) {
      _coll1.add(_101_v);
    }
  }
  return _coll1;
}()));
        }
      } else if (_source4.is_RecordE) {
        let _102_fields = (_source4).fields;
        return Evaluator.__default.EvaluateFields(_102_fields, _dafny.Map.of(), env);
      } else  {
        let _103_fn = (_source4).fn;
        let _104_args = (_source4).args;
        let _105_all = Evaluator.__default.EvaluateAll(_104_args, env);
        if ((_105_all).is_ErrAny) {
          return Values.Result.create_Err((_105_all).dtor_error);
        } else  {
          return Extensions.__default.CallExtension(_103_fn, (_105_all).dtor_values);
        }
      }
    };
    static EvaluateAll(es, env) {
      let _source5 = es;
      if (_source5.is_NoExprs) {
        return Values.Results.create_OkAll(_dafny.Seq.of());
      } else  {
        let _106_first = (_source5).first;
        let _107_rest = (_source5).rest;
        let _108_a = Evaluator.__default.Evaluate(_106_first, env);
        if ((_108_a).is_Err) {
          return Values.Results.create_ErrAny((_108_a).dtor_error);
        } else  {
          let _109_b = Evaluator.__default.EvaluateAll(_107_rest, env);
          if ((_109_b).is_ErrAny) {
            return _109_b;
          } else  {
            return Values.Results.create_OkAll(_dafny.Seq.Concat(_dafny.Seq.of((_108_a).dtor_value), (_109_b).dtor_values));
          }
        }
      }
    };
    static EvaluateFields(fields, before, env) {
      let _source6 = fields;
      if (_source6.is_NoFields) {
        return Values.Result.create_Ok(Values.Value.create_RecordV(before));
      } else  {
        let _110_key = (_source6).key;
        let _111_value = (_source6).value;
        let _112_others = (_source6).others;
        let _113_a = Evaluator.__default.Evaluate(_111_value, env);
        if ((_113_a).is_Err) {
          return _113_a;
        } else  {
          return Evaluator.__default.EvaluateFields(_112_others, (before).update(_110_key, (_113_a).dtor_value), env);
        }
      }
    };
    static AsBool(r) {
      if (((r).is_Ok) && (!(((r).dtor_value).is_BoolV))) {
        return Values.Result.create_Err(Values.Error.create_TypeError());
      } else  {
        return r;
      }
    };
    static ValueOf(variable, request) {
      let _source7 = variable;
      if (_source7.is_Principal) {
        return Values.Result.create_Ok(Values.Value.create_EntityV((request).dtor_principal));
      } else if (_source7.is_Action) {
        return Values.Result.create_Ok(Values.Value.create_EntityV((request).dtor_action));
      } else if (_source7.is_Resource) {
        return Values.Result.create_Ok(Values.Value.create_EntityV((request).dtor_resource));
      } else  {
        return Values.Result.create_Ok(Values.Value.create_RecordV((request).dtor_context));
      }
    };
    static ApplyUnary(op, v) {
      let _source8 = op;
      if (_source8.is_Not) {
        if ((v).is_BoolV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(!((v).dtor_b)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source8.is_Negate) {
        if ((v).is_LongV) {
          return Values.__default.CheckedLong((new BigNumber(0)).minus((v).dtor_i));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else  {
        if ((v).is_SetV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_elements).equals(_dafny.Set.fromElements())));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      }
    };
    static ApplyBinary(op, v, w, entities) {
      let _source9 = op;
      if (_source9.is_Equal) {
        return Values.Result.create_Ok(Values.Value.create_BoolV(_dafny.areEqual(v, w)));
      } else if (_source9.is_Less) {
        return Evaluator.__default.Compare(v, w, false);
      } else if (_source9.is_LessOrEqual) {
        return Evaluator.__default.Compare(v, w, true);
      } else if (_source9.is_Add) {
        if (((v).is_LongV) && ((w).is_LongV)) {
          return Values.__default.CheckedLong(((v).dtor_i).plus((w).dtor_i));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source9.is_Subtract) {
        if (((v).is_LongV) && ((w).is_LongV)) {
          return Values.__default.CheckedLong(((v).dtor_i).minus((w).dtor_i));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source9.is_Multiply) {
        if (((v).is_LongV) && ((w).is_LongV)) {
          return Values.__default.CheckedLong(((v).dtor_i).multipliedBy((w).dtor_i));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source9.is_In) {
        return Evaluator.__default.ApplyIn(v, w, entities);
      } else if (_source9.is_Contains) {
        if ((v).is_SetV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_elements).contains(w)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source9.is_ContainsAll) {
        if (((v).is_SetV) && ((w).is_SetV)) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((w).dtor_elements).IsSubsetOf((v).dtor_elements)));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source9.is_ContainsAny) {
        if (((v).is_SetV) && ((w).is_SetV)) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(!(((w).dtor_elements).IsDisjointFrom((v).dtor_elements))));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else if (_source9.is_HasTag) {
        if (((v).is_EntityV) && ((w).is_StringV)) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((entities).contains((v).dtor_uid)) && ((((entities).get((v).dtor_uid)).dtor_tags).contains((w).dtor_s))));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      } else  {
        if ((!((v).is_EntityV)) || (!((w).is_StringV))) {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        } else  {
          if (!(entities).contains((v).dtor_uid)) {
            return Values.Result.create_Err(Values.Error.create_MissingEntity());
          } else  {
            if (!(((entities).get((v).dtor_uid)).dtor_tags).contains((w).dtor_s)) {
              return Values.Result.create_Err(Values.Error.create_MissingTag());
            } else  {
              return Values.Result.create_Ok((((entities).get((v).dtor_uid)).dtor_tags).get((w).dtor_s));
            }
          }
        }
      }
    };
    static Compare(v, w, orEqual) {
      if (((v).is_LongV) && ((w).is_LongV)) {
        return Values.Result.create_Ok(Values.Value.create_BoolV(Evaluator.__default.Before((v).dtor_i, (w).dtor_i, orEqual)));
      } else  {
        if (((v).is_DatetimeV) && ((w).is_DatetimeV)) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(Evaluator.__default.Before((v).dtor_epoch, (w).dtor_epoch, orEqual)));
        } else  {
          if (((v).is_DurationV) && ((w).is_DurationV)) {
            return Values.Result.create_Ok(Values.Value.create_BoolV(Evaluator.__default.Before((v).dtor_millis, (w).dtor_millis, orEqual)));
          } else  {
            return Values.Result.create_Err(Values.Error.create_TypeError());
          }
        }
      }
    };
    static Before(a, b, orEqual) {
      return ((a).isLessThan(b)) || ((orEqual) && ((a).isEqualTo(b)));
    };
    static ApplyIn(v, w, entities) {
      if (((v).is_EntityV) && ((w).is_EntityV)) {
        return Values.Result.create_Ok(Values.Value.create_BoolV((Hierarchy.__default.Containers((v).dtor_uid, entities)).contains((w).dtor_uid)));
      } else  {
        if ((((v).is_EntityV) && ((w).is_SetV)) && (_dafny.Quantifier(((w).dtor_elements).Elements, true, function (_114_x) {
          return !(((w).dtor_elements).contains(_114_x)) || ((_114_x).is_EntityV);
        }))) {
          let _115_containers = Hierarchy.__default.Containers((v).dtor_uid, entities);
          return Values.Result.create_Ok(Values.Value.create_BoolV(_dafny.Quantifier(((w).dtor_elements).Elements, false, function (_116_x) {
  return (((w).dtor_elements).contains(_116_x)) && ((_115_containers).contains((_116_x).dtor_uid));
})));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      }
    };
    static Has(v, name, entities) {
      if ((v).is_RecordV) {
        return Values.Result.create_Ok(Values.Value.create_BoolV(((v).dtor_fields).contains(name)));
      } else  {
        if ((v).is_EntityV) {
          return Values.Result.create_Ok(Values.Value.create_BoolV(((entities).contains((v).dtor_uid)) && ((((entities).get((v).dtor_uid)).dtor_attributes).contains(name))));
        } else  {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        }
      }
    };
    static Get(v, name, entities) {
      if ((v).is_RecordV) {
        if (((v).dtor_fields).contains(name)) {
          return Values.Result.create_Ok(((v).dtor_fields).get(name));
        } else  {
          return Values.Result.create_Err(Values.Error.create_MissingAttribute());
        }
      } else  {
        if (!((v).is_EntityV)) {
          return Values.Result.create_Err(Values.Error.create_TypeError());
        } else  {
          if (!(entities).contains((v).dtor_uid)) {
            return Values.Result.create_Err(Values.Error.create_MissingEntity());
          } else  {
            if (!(((entities).get((v).dtor_uid)).dtor_attributes).contains(name)) {
              return Values.Result.create_Err(Values.Error.create_MissingAttribute());
            } else  {
              return Values.Result.create_Ok((((entities).get((v).dtor_uid)).dtor_attributes).get(name));
            }
          }
        }
      }
    };
  };
  return $module;
})(); // end of module Evaluator
let Policies = (function() {
  let $module = {};




  $module.Effect = class Effect {
    constructor(tag) { this.$tag = tag; }
    static create_Permit() {
      let $dt = new Effect(0);
      return $dt;
    }
    static create_Forbid() {
      let $dt = new Effect(1);
      return $dt;
    }
    get is_Permit() { return this.$tag === 0; }
    get is_Forbid() { return this.$tag === 1; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Effect.create_Permit();
      yield Effect.create_Forbid();
    }
    toString() {
      if (this.$tag === 0) {
        return "Policies.Effect.Permit";
      } else if (this.$tag === 1) {
        return "Policies.Effect.Forbid";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.Effect.create_Permit();
        }
      };
    }
  }

  $module.Constraint = class Constraint {
    constructor(tag) { this.$tag = tag; }
    static create_AnyEntity() {
      let $dt = new Constraint(0);
      return $dt;
    }
    static create_EqualTo(u) {
      let $dt = new Constraint(1);
      $dt.u = u;
      return $dt;
    }
    static create_InEntity(u) {
      let $dt = new Constraint(2);
      $dt.u = u;
      return $dt;
    }
    static create_IsType(ty) {
      let $dt = new Constraint(3);
      $dt.ty = ty;
      return $dt;
    }
    static create_IsTypeIn(ty,u) {
      let $dt = new Constraint(4);
      $dt.ty = ty;
      $dt.u = u;
      return $dt;
    }
    get is_AnyEntity() { return this.$tag === 0; }
    get is_EqualTo() { return this.$tag === 1; }
    get is_InEntity() { return this.$tag === 2; }
    get is_IsType() { return this.$tag === 3; }
    get is_IsTypeIn() { return this.$tag === 4; }
    get dtor_u() { return this.u; }
    get dtor_ty() { return this.ty; }
    toString() {
      if (this.$tag === 0) {
        return "Policies.Constraint.AnyEntity";
      } else if (this.$tag === 1) {
        return "Policies.Constraint.EqualTo" + "(" + _dafny.toString(this.u) + ")";
      } else if (this.$tag === 2) {
        return "Policies.Constraint.InEntity" + "(" + _dafny.toString(this.u) + ")";
      } else if (this.$tag === 3) {
        return "Policies.Constraint.IsType" + "(" + _dafny.toString(this.ty) + ")";
      } else if (this.$tag === 4) {
        return "Policies.Constraint.IsTypeIn" + "(" + _dafny.toString(this.ty) + ", " + _dafny.toString(this.u) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.u, other.u);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && _dafny.areEqual(this.u, other.u);
      } else if (this.$tag === 3) {
        return other.$tag === 3 && _dafny.areEqual(this.ty, other.ty);
      } else if (this.$tag === 4) {
        return other.$tag === 4 && _dafny.areEqual(this.ty, other.ty) && _dafny.areEqual(this.u, other.u);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.Constraint.create_AnyEntity();
        }
      };
    }
  }

  $module.ActionConstraint = class ActionConstraint {
    constructor(tag) { this.$tag = tag; }
    static create_AnyAction() {
      let $dt = new ActionConstraint(0);
      return $dt;
    }
    static create_ActionEqual(uid) {
      let $dt = new ActionConstraint(1);
      $dt.uid = uid;
      return $dt;
    }
    static create_ActionIn(uids) {
      let $dt = new ActionConstraint(2);
      $dt.uids = uids;
      return $dt;
    }
    get is_AnyAction() { return this.$tag === 0; }
    get is_ActionEqual() { return this.$tag === 1; }
    get is_ActionIn() { return this.$tag === 2; }
    get dtor_uid() { return this.uid; }
    get dtor_uids() { return this.uids; }
    toString() {
      if (this.$tag === 0) {
        return "Policies.ActionConstraint.AnyAction";
      } else if (this.$tag === 1) {
        return "Policies.ActionConstraint.ActionEqual" + "(" + _dafny.toString(this.uid) + ")";
      } else if (this.$tag === 2) {
        return "Policies.ActionConstraint.ActionIn" + "(" + _dafny.toString(this.uids) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.uid, other.uid);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && _dafny.areEqual(this.uids, other.uids);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.ActionConstraint.create_AnyAction();
        }
      };
    }
  }

  $module.Clause = class Clause {
    constructor(tag) { this.$tag = tag; }
    static create_When(e) {
      let $dt = new Clause(0);
      $dt.e = e;
      return $dt;
    }
    static create_Unless(e) {
      let $dt = new Clause(1);
      $dt.e = e;
      return $dt;
    }
    get is_When() { return this.$tag === 0; }
    get is_Unless() { return this.$tag === 1; }
    get dtor_e() { return this.e; }
    toString() {
      if (this.$tag === 0) {
        return "Policies.Clause.When" + "(" + _dafny.toString(this.e) + ")";
      } else if (this.$tag === 1) {
        return "Policies.Clause.Unless" + "(" + _dafny.toString(this.e) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.e, other.e);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.e, other.e);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.Clause.create_When(Expressions.Expr.Rtd().Default);
        }
      };
    }
  }

  $module.Policy = class Policy {
    constructor(tag) { this.$tag = tag; }
    static create_Policy(id,effect,principal,action,resource,clauses) {
      let $dt = new Policy(0);
      $dt.id = id;
      $dt.effect = effect;
      $dt.principal = principal;
      $dt.action = action;
      $dt.resource = resource;
      $dt.clauses = clauses;
      return $dt;
    }
    get is_Policy() { return this.$tag === 0; }
    get dtor_id() { return this.id; }
    get dtor_effect() { return this.effect; }
    get dtor_principal() { return this.principal; }
    get dtor_action() { return this.action; }
    get dtor_resource() { return this.resource; }
    get dtor_clauses() { return this.clauses; }
    toString() {
      if (this.$tag === 0) {
        return "Policies.Policy.Policy" + "(" + _dafny.toString(this.id) + ", " + _dafny.toString(this.effect) + ", " + _dafny.toString(this.principal) + ", " + _dafny.toString(this.action) + ", " + _dafny.toString(this.resource) + ", " + _dafny.toString(this.clauses) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.id, other.id) && _dafny.areEqual(this.effect, other.effect) && _dafny.areEqual(this.principal, other.principal) && _dafny.areEqual(this.action, other.action) && _dafny.areEqual(this.resource, other.resource) && _dafny.areEqual(this.clauses, other.clauses);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.Policy.create_Policy(_dafny.Seq.of(), Policies.Effect.Rtd().Default, Policies.Constraint.Rtd().Default, Policies.ActionConstraint.Rtd().Default, Policies.Constraint.Rtd().Default, _dafny.Seq.of());
        }
      };
    }
  }

  $module.Slot = class Slot {
    constructor(tag) { this.$tag = tag; }
    static create_PrincipalSlot() {
      let $dt = new Slot(0);
      return $dt;
    }
    static create_ResourceSlot() {
      let $dt = new Slot(1);
      return $dt;
    }
    get is_PrincipalSlot() { return this.$tag === 0; }
    get is_ResourceSlot() { return this.$tag === 1; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Slot.create_PrincipalSlot();
      yield Slot.create_ResourceSlot();
    }
    toString() {
      if (this.$tag === 0) {
        return "Policies.Slot.PrincipalSlot";
      } else if (this.$tag === 1) {
        return "Policies.Slot.ResourceSlot";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.Slot.create_PrincipalSlot();
        }
      };
    }
  }

  $module.EntityOrSlot = class EntityOrSlot {
    constructor(tag) { this.$tag = tag; }
    static create_Known(uid) {
      let $dt = new EntityOrSlot(0);
      $dt.uid = uid;
      return $dt;
    }
    static create_Hole(slot) {
      let $dt = new EntityOrSlot(1);
      $dt.slot = slot;
      return $dt;
    }
    get is_Known() { return this.$tag === 0; }
    get is_Hole() { return this.$tag === 1; }
    get dtor_uid() { return this.uid; }
    get dtor_slot() { return this.slot; }
    toString() {
      if (this.$tag === 0) {
        return "Policies.EntityOrSlot.Known" + "(" + _dafny.toString(this.uid) + ")";
      } else if (this.$tag === 1) {
        return "Policies.EntityOrSlot.Hole" + "(" + _dafny.toString(this.slot) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.uid, other.uid);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.slot, other.slot);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.EntityOrSlot.create_Known(Values.EntityUid.Rtd().Default);
        }
      };
    }
  }

  $module.Template = class Template {
    constructor(tag) { this.$tag = tag; }
    static create_Template(effect,principal,action,resource,clauses) {
      let $dt = new Template(0);
      $dt.effect = effect;
      $dt.principal = principal;
      $dt.action = action;
      $dt.resource = resource;
      $dt.clauses = clauses;
      return $dt;
    }
    get is_Template() { return this.$tag === 0; }
    get dtor_effect() { return this.effect; }
    get dtor_principal() { return this.principal; }
    get dtor_action() { return this.action; }
    get dtor_resource() { return this.resource; }
    get dtor_clauses() { return this.clauses; }
    toString() {
      if (this.$tag === 0) {
        return "Policies.Template.Template" + "(" + _dafny.toString(this.effect) + ", " + _dafny.toString(this.principal) + ", " + _dafny.toString(this.action) + ", " + _dafny.toString(this.resource) + ", " + _dafny.toString(this.clauses) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.effect, other.effect) && _dafny.areEqual(this.principal, other.principal) && _dafny.areEqual(this.action, other.action) && _dafny.areEqual(this.resource, other.resource) && _dafny.areEqual(this.clauses, other.clauses);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Policies.Template.create_Template(Policies.Effect.Rtd().Default, Policies.Constraint.Rtd().Default, Policies.ActionConstraint.Rtd().Default, Policies.Constraint.Rtd().Default, _dafny.Seq.of());
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Policies._default";
    }
    static ScopeExpr(variable, c) {
      let _source10 = c;
      if (_source10.is_AnyEntity) {
        return Expressions.Expr.create_BoolE(true);
      } else if (_source10.is_EqualTo) {
        let _117_u = (_source10).u;
        return Expressions.Expr.create_Binary(Expressions.BinaryOp.create_Equal(), Expressions.Expr.create_VariableE(variable), Expressions.Expr.create_EntityE(_117_u));
      } else if (_source10.is_InEntity) {
        let _118_u = (_source10).u;
        return Expressions.Expr.create_Binary(Expressions.BinaryOp.create_In(), Expressions.Expr.create_VariableE(variable), Expressions.Expr.create_EntityE(_118_u));
      } else if (_source10.is_IsType) {
        let _119_ty = (_source10).ty;
        return Expressions.Expr.create_Is(Expressions.Expr.create_VariableE(variable), _119_ty);
      } else  {
        let _120_ty = (_source10).ty;
        let _121_u = (_source10).u;
        return Expressions.__default.IsIn(Expressions.Expr.create_VariableE(variable), _120_ty, Expressions.Expr.create_EntityE(_121_u));
      }
    };
    static ActionExpr(c) {
      let _source11 = c;
      if (_source11.is_AnyAction) {
        return Expressions.Expr.create_BoolE(true);
      } else if (_source11.is_ActionEqual) {
        let _122_uid = (_source11).uid;
        return Expressions.Expr.create_Binary(Expressions.BinaryOp.create_Equal(), Expressions.Expr.create_VariableE(Expressions.Variable.create_Action()), Expressions.Expr.create_EntityE(_122_uid));
      } else  {
        let _123_uids = (_source11).uids;
        return Expressions.Expr.create_Binary(Expressions.BinaryOp.create_In(), Expressions.Expr.create_VariableE(Expressions.Variable.create_Action()), Expressions.Expr.create_SetE(Policies.__default.EntityList(_123_uids)));
      }
    };
    static EntityList(uids) {
      if (_dafny.areEqual(uids, _dafny.Seq.of())) {
        return Expressions.Exprs.create_NoExprs();
      } else  {
        return Expressions.Exprs.create_MoreExprs(Expressions.Expr.create_EntityE((uids)[new BigNumber(0)]), Policies.__default.EntityList((uids).slice(new BigNumber(1))));
      }
    };
    static ClauseExpr(clause) {
      let _source12 = clause;
      if (_source12.is_When) {
        let _124_e = (_source12).e;
        return _124_e;
      } else  {
        let _125_e = (_source12).e;
        return Expressions.Expr.create_Unary(Expressions.UnaryOp.create_Not(), _125_e);
      }
    };
    static Body(clauses) {
      if ((new BigNumber((clauses).length)).isEqualTo(new BigNumber(0))) {
        return Expressions.Expr.create_BoolE(true);
      } else  {
        if ((new BigNumber((clauses).length)).isEqualTo(new BigNumber(1))) {
          return Policies.__default.ClauseExpr((clauses)[new BigNumber(0)]);
        } else  {
          return Expressions.Expr.create_And(Policies.__default.ClauseExpr((clauses)[new BigNumber(0)]), Policies.__default.Body((clauses).slice(new BigNumber(1))));
        }
      }
    };
    static Condition(p) {
      return Expressions.Expr.create_And(Policies.__default.ScopeExpr(Expressions.Variable.create_Principal(), (p).dtor_principal), Expressions.Expr.create_And(Policies.__default.ActionExpr((p).dtor_action), Expressions.Expr.create_And(Policies.__default.ScopeExpr(Expressions.Variable.create_Resource(), (p).dtor_resource), Policies.__default.Body((p).dtor_clauses))));
    };
    static Fill(u, values) {
      if ((u).is_Known) {
        return Values.Option.create_Some((u).dtor_uid);
      } else  {
        if ((values).contains((u).dtor_slot)) {
          return Values.Option.create_Some((values).get((u).dtor_slot));
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static FillConstraint(c, values) {
      let _source13 = c;
      if (_source13.is_AnyEntity) {
        return Values.Option.create_Some(Policies.Constraint.create_AnyEntity());
      } else if (_source13.is_IsType) {
        let _126_ty = (_source13).ty;
        return Values.Option.create_Some(Policies.Constraint.create_IsType(_126_ty));
      } else if (_source13.is_EqualTo) {
        let _127_u = (_source13).u;
        let _128_f = Policies.__default.Fill(_127_u, values);
        if ((_128_f).is_Some) {
          return Values.Option.create_Some(Policies.Constraint.create_EqualTo((_128_f).dtor_value));
        } else  {
          return Values.Option.create_None();
        }
      } else if (_source13.is_InEntity) {
        let _129_u = (_source13).u;
        let _130_f = Policies.__default.Fill(_129_u, values);
        if ((_130_f).is_Some) {
          return Values.Option.create_Some(Policies.Constraint.create_InEntity((_130_f).dtor_value));
        } else  {
          return Values.Option.create_None();
        }
      } else  {
        let _131_ty = (_source13).ty;
        let _132_u = (_source13).u;
        let _133_f = Policies.__default.Fill(_132_u, values);
        if ((_133_f).is_Some) {
          return Values.Option.create_Some(Policies.Constraint.create_IsTypeIn(_131_ty, (_133_f).dtor_value));
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static SlotsOf(c) {
      if (((((c).is_EqualTo) || ((c).is_InEntity)) || ((c).is_IsTypeIn)) && (((c).dtor_u).is_Hole)) {
        return _dafny.Set.fromElements(((c).dtor_u).dtor_slot);
      } else  {
        return _dafny.Set.fromElements();
      }
    };
    static Slots(t) {
      return (Policies.__default.SlotsOf((t).dtor_principal)).Union(Policies.__default.SlotsOf((t).dtor_resource));
    };
    static Link(t, id, values) {
      let _134_principal = Policies.__default.FillConstraint((t).dtor_principal, values);
      let _135_resource = Policies.__default.FillConstraint((t).dtor_resource, values);
      if (((!((values).Keys).equals(Policies.__default.Slots(t))) || ((_134_principal).is_None)) || ((_135_resource).is_None)) {
        return Values.Option.create_None();
      } else  {
        return Values.Option.create_Some(Policies.Policy.create_Policy(id, (t).dtor_effect, (_134_principal).dtor_value, (t).dtor_action, (_135_resource).dtor_value, (t).dtor_clauses));
      }
    };
  };
  return $module;
})(); // end of module Policies
let Authorizer = (function() {
  let $module = {};




  $module.Decision = class Decision {
    constructor(tag) { this.$tag = tag; }
    static create_Allow() {
      let $dt = new Decision(0);
      return $dt;
    }
    static create_Deny() {
      let $dt = new Decision(1);
      return $dt;
    }
    get is_Allow() { return this.$tag === 0; }
    get is_Deny() { return this.$tag === 1; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Decision.create_Allow();
      yield Decision.create_Deny();
    }
    toString() {
      if (this.$tag === 0) {
        return "Authorizer.Decision.Allow";
      } else if (this.$tag === 1) {
        return "Authorizer.Decision.Deny";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Authorizer.Decision.create_Allow();
        }
      };
    }
  }

  $module.PolicyError = class PolicyError {
    constructor(tag) { this.$tag = tag; }
    static create_PolicyError(id,error) {
      let $dt = new PolicyError(0);
      $dt.id = id;
      $dt.error = error;
      return $dt;
    }
    get is_PolicyError() { return this.$tag === 0; }
    get dtor_id() { return this.id; }
    get dtor_error() { return this.error; }
    toString() {
      if (this.$tag === 0) {
        return "Authorizer.PolicyError.PolicyError" + "(" + _dafny.toString(this.id) + ", " + _dafny.toString(this.error) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.id, other.id) && _dafny.areEqual(this.error, other.error);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Authorizer.PolicyError.create_PolicyError(_dafny.Seq.of(), Values.Error.Rtd().Default);
        }
      };
    }
  }

  $module.Response = class Response {
    constructor(tag) { this.$tag = tag; }
    static create_Response(decision,determining,erroring) {
      let $dt = new Response(0);
      $dt.decision = decision;
      $dt.determining = determining;
      $dt.erroring = erroring;
      return $dt;
    }
    get is_Response() { return this.$tag === 0; }
    get dtor_decision() { return this.decision; }
    get dtor_determining() { return this.determining; }
    get dtor_erroring() { return this.erroring; }
    toString() {
      if (this.$tag === 0) {
        return "Authorizer.Response.Response" + "(" + _dafny.toString(this.decision) + ", " + _dafny.toString(this.determining) + ", " + _dafny.toString(this.erroring) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.decision, other.decision) && _dafny.areEqual(this.determining, other.determining) && _dafny.areEqual(this.erroring, other.erroring);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Authorizer.Response.create_Response(Authorizer.Decision.Rtd().Default, _dafny.Set.Empty, _dafny.Set.Empty);
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Authorizer._default";
    }
    static Outcome(p, env) {
      return Evaluator.__default.AsBool(Evaluator.__default.Evaluate(Policies.__default.Condition(p), env));
    };
    static IsSatisfied(p, env) {
      return _dafny.areEqual(Authorizer.__default.Outcome(p, env), Values.Result.create_Ok(Values.Value.create_BoolV(true)));
    };
    static Satisfied(effect, policies, env) {
      return function () {
        let _coll2 = new _dafny.Set();
        for (const _compr_3 of (policies).Elements) { let _136_p = _compr_3;
          if (((_dafny.Seq.contains(policies, _136_p)) && (_dafny.areEqual((_136_p).dtor_effect, effect))) && (Authorizer.__default.IsSatisfied(_136_p, env))) {
            _coll2.add((_136_p).dtor_id);
          }
        }
        return _coll2;
      }();
    };
    static Erroring(policies, env) {
      return function () {
        let _coll3 = new _dafny.Set();
        for (const _compr_4 of (policies).Elements) { let _137_p = _compr_4;
          if ((_dafny.Seq.contains(policies, _137_p)) && ((Authorizer.__default.Outcome(_137_p, env)).is_Err)) {
            _coll3.add(Authorizer.PolicyError.create_PolicyError((_137_p).dtor_id, (Authorizer.__default.Outcome(_137_p, env)).dtor_error));
          }
        }
        return _coll3;
      }();
    };
    static Respond(permits, forbids, errors) {
      if ((!(permits).equals(_dafny.Set.fromElements())) && ((forbids).equals(_dafny.Set.fromElements()))) {
        return Authorizer.Response.create_Response(Authorizer.Decision.create_Allow(), permits, errors);
      } else  {
        return Authorizer.Response.create_Response(Authorizer.Decision.create_Deny(), forbids, errors);
      }
    };
    static IsAuthorized(policies, env) {
      return Authorizer.__default.Respond(Authorizer.__default.Satisfied(Policies.Effect.create_Permit(), policies, env), Authorizer.__default.Satisfied(Policies.Effect.create_Forbid(), policies, env), Authorizer.__default.Erroring(policies, env));
    };
  };
  return $module;
})(); // end of module Authorizer
let PolicyIndex = (function() {
  let $module = {};






  $module.Rank = class Rank {
    constructor(tag) { this.$tag = tag; }
    static create_PrincipalEqual() {
      let $dt = new Rank(0);
      return $dt;
    }
    static create_ResourceEqual() {
      let $dt = new Rank(1);
      return $dt;
    }
    static create_PrincipalIn() {
      let $dt = new Rank(2);
      return $dt;
    }
    static create_ResourceIn() {
      let $dt = new Rank(3);
      return $dt;
    }
    static create_ActionEqualTo() {
      let $dt = new Rank(4);
      return $dt;
    }
    static create_ActionInAny() {
      let $dt = new Rank(5);
      return $dt;
    }
    static create_PrincipalIs() {
      let $dt = new Rank(6);
      return $dt;
    }
    static create_ResourceIs() {
      let $dt = new Rank(7);
      return $dt;
    }
    get is_PrincipalEqual() { return this.$tag === 0; }
    get is_ResourceEqual() { return this.$tag === 1; }
    get is_PrincipalIn() { return this.$tag === 2; }
    get is_ResourceIn() { return this.$tag === 3; }
    get is_ActionEqualTo() { return this.$tag === 4; }
    get is_ActionInAny() { return this.$tag === 5; }
    get is_PrincipalIs() { return this.$tag === 6; }
    get is_ResourceIs() { return this.$tag === 7; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Rank.create_PrincipalEqual();
      yield Rank.create_ResourceEqual();
      yield Rank.create_PrincipalIn();
      yield Rank.create_ResourceIn();
      yield Rank.create_ActionEqualTo();
      yield Rank.create_ActionInAny();
      yield Rank.create_PrincipalIs();
      yield Rank.create_ResourceIs();
    }
    toString() {
      if (this.$tag === 0) {
        return "PolicyIndex.Rank.PrincipalEqual";
      } else if (this.$tag === 1) {
        return "PolicyIndex.Rank.ResourceEqual";
      } else if (this.$tag === 2) {
        return "PolicyIndex.Rank.PrincipalIn";
      } else if (this.$tag === 3) {
        return "PolicyIndex.Rank.ResourceIn";
      } else if (this.$tag === 4) {
        return "PolicyIndex.Rank.ActionEqualTo";
      } else if (this.$tag === 5) {
        return "PolicyIndex.Rank.ActionInAny";
      } else if (this.$tag === 6) {
        return "PolicyIndex.Rank.PrincipalIs";
      } else if (this.$tag === 7) {
        return "PolicyIndex.Rank.ResourceIs";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else if (this.$tag === 4) {
        return other.$tag === 4;
      } else if (this.$tag === 5) {
        return other.$tag === 5;
      } else if (this.$tag === 6) {
        return other.$tag === 6;
      } else if (this.$tag === 7) {
        return other.$tag === 7;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PolicyIndex.Rank.create_PrincipalEqual();
        }
      };
    }
  }

  $module.ScopeKey = class ScopeKey {
    constructor(tag) { this.$tag = tag; }
    static create_ScopeKey(rank,uids) {
      let $dt = new ScopeKey(0);
      $dt.rank = rank;
      $dt.uids = uids;
      return $dt;
    }
    get is_ScopeKey() { return this.$tag === 0; }
    get dtor_rank() { return this.rank; }
    get dtor_uids() { return this.uids; }
    toString() {
      if (this.$tag === 0) {
        return "PolicyIndex.ScopeKey.ScopeKey" + "(" + _dafny.toString(this.rank) + ", " + _dafny.toString(this.uids) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.rank, other.rank) && _dafny.areEqual(this.uids, other.uids);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PolicyIndex.ScopeKey.create_ScopeKey(PolicyIndex.Rank.Rtd().Default, _dafny.Seq.of());
        }
      };
    }
  }

  $module.Place = class Place {
    constructor(tag) { this.$tag = tag; }
    static create_Place(rank,uid) {
      let $dt = new Place(0);
      $dt.rank = rank;
      $dt.uid = uid;
      return $dt;
    }
    get is_Place() { return this.$tag === 0; }
    get dtor_rank() { return this.rank; }
    get dtor_uid() { return this.uid; }
    toString() {
      if (this.$tag === 0) {
        return "PolicyIndex.Place.Place" + "(" + _dafny.toString(this.rank) + ", " + _dafny.toString(this.uid) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.rank, other.rank) && _dafny.areEqual(this.uid, other.uid);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PolicyIndex.Place.create_Place(PolicyIndex.Rank.Rtd().Default, Values.EntityUid.Rtd().Default);
        }
      };
    }
  }

  $module.Node = class Node {
    constructor(tag) { this.$tag = tag; }
    static create_Leaf(policies) {
      let $dt = new Node(0);
      $dt.policies = policies;
      return $dt;
    }
    static create_Branch(unconstrained,children) {
      let $dt = new Node(1);
      $dt.unconstrained = unconstrained;
      $dt.children = children;
      return $dt;
    }
    get is_Leaf() { return this.$tag === 0; }
    get is_Branch() { return this.$tag === 1; }
    get dtor_policies() { return this.policies; }
    get dtor_unconstrained() { return this.unconstrained; }
    get dtor_children() { return this.children; }
    toString() {
      if (this.$tag === 0) {
        return "PolicyIndex.Node.Leaf" + "(" + _dafny.toString(this.policies) + ")";
      } else if (this.$tag === 1) {
        return "PolicyIndex.Node.Branch" + "(" + _dafny.toString(this.unconstrained) + ", " + _dafny.toString(this.children) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.policies, other.policies);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.unconstrained, other.unconstrained) && _dafny.areEqual(this.children, other.children);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PolicyIndex.Node.create_Leaf(_dafny.Seq.of());
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "PolicyIndex._default";
    }
    static get ScanLimit() {
      return new BigNumber(8);
    };
    static ConstraintKeys(c, equal, isIn, isOf, wanted) {
      let _source14 = c;
      if (_source14.is_AnyEntity) {
        return _dafny.Seq.of();
      } else if (_source14.is_EqualTo) {
        let _138_u = (_source14).u;
        if (_dafny.areEqual(wanted, equal)) {
          return _dafny.Seq.of(PolicyIndex.ScopeKey.create_ScopeKey(equal, _dafny.Seq.of(_138_u)));
        } else  {
          return _dafny.Seq.of();
        }
      } else if (_source14.is_InEntity) {
        let _139_u = (_source14).u;
        if (_dafny.areEqual(wanted, isIn)) {
          return _dafny.Seq.of(PolicyIndex.ScopeKey.create_ScopeKey(isIn, _dafny.Seq.of(_139_u)));
        } else  {
          return _dafny.Seq.of();
        }
      } else if (_source14.is_IsTypeIn) {
        let _140_ty = (_source14).ty;
        let _141_u = (_source14).u;
        if (_dafny.areEqual(wanted, isIn)) {
          return _dafny.Seq.of(PolicyIndex.ScopeKey.create_ScopeKey(isIn, _dafny.Seq.of(_141_u)));
        } else  {
          return _dafny.Seq.of();
        }
      } else  {
        let _142_ty = (_source14).ty;
        if (_dafny.areEqual(wanted, isOf)) {
          return _dafny.Seq.of(PolicyIndex.ScopeKey.create_ScopeKey(isOf, _dafny.Seq.of(Values.EntityUid.create_EntityUid(_142_ty, ""))));
        } else  {
          return _dafny.Seq.of();
        }
      }
    };
    static KeysOfRank(p, rank) {
      if (_dafny.areEqual(rank, PolicyIndex.Rank.create_ActionEqualTo())) {
        if (((p).dtor_action).is_ActionEqual) {
          return _dafny.Seq.of(PolicyIndex.ScopeKey.create_ScopeKey(rank, _dafny.Seq.of(((p).dtor_action).dtor_uid)));
        } else  {
          return _dafny.Seq.of();
        }
      } else  {
        if (_dafny.areEqual(rank, PolicyIndex.Rank.create_ActionInAny())) {
          if (((p).dtor_action).is_ActionIn) {
            return _dafny.Seq.of(PolicyIndex.ScopeKey.create_ScopeKey(rank, ((p).dtor_action).dtor_uids));
          } else  {
            return _dafny.Seq.of();
          }
        } else  {
          if (((_dafny.areEqual(rank, PolicyIndex.Rank.create_PrincipalEqual())) || (_dafny.areEqual(rank, PolicyIndex.Rank.create_PrincipalIn()))) || (_dafny.areEqual(rank, PolicyIndex.Rank.create_PrincipalIs()))) {
            return PolicyIndex.__default.ConstraintKeys((p).dtor_principal, PolicyIndex.Rank.create_PrincipalEqual(), PolicyIndex.Rank.create_PrincipalIn(), PolicyIndex.Rank.create_PrincipalIs(), rank);
          } else  {
            return PolicyIndex.__default.ConstraintKeys((p).dtor_resource, PolicyIndex.Rank.create_ResourceEqual(), PolicyIndex.Rank.create_ResourceIn(), PolicyIndex.Rank.create_ResourceIs(), rank);
          }
        }
      }
    };
    static Keys(p) {
      return _dafny.Seq.Concat(_dafny.Seq.Concat(_dafny.Seq.Concat(_dafny.Seq.Concat(_dafny.Seq.Concat(_dafny.Seq.Concat(_dafny.Seq.Concat(PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_PrincipalEqual()), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_ResourceEqual())), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_PrincipalIn())), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_ResourceIn())), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_ActionEqualTo())), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_ActionInAny())), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_PrincipalIs())), PolicyIndex.__default.KeysOfRank(p, PolicyIndex.Rank.create_ResourceIs()));
    };
    static Build(policies) {
      if (_dafny.areEqual(policies, _dafny.Seq.of())) {
        return PolicyIndex.Node.create_Leaf(_dafny.Seq.of());
      } else  {
        return PolicyIndex.__default.Insert(PolicyIndex.__default.Build((policies).slice(0, (new BigNumber((policies).length)).minus(new BigNumber(1)))), (policies)[(new BigNumber((policies).length)).minus(new BigNumber(1))], new BigNumber(0));
      }
    };
    static Insert(node, p, depth) {
      if ((node).is_Branch) {
        return PolicyIndex.__default.InsertInBranch(node, p, depth);
      } else  {
        if ((new BigNumber(((node).dtor_policies).length)).isLessThan(PolicyIndex.__default.ScanLimit)) {
          return PolicyIndex.Node.create_Leaf(_dafny.Seq.Concat((node).dtor_policies, _dafny.Seq.of(p)));
        } else  {
          return PolicyIndex.__default.InsertInBranch(PolicyIndex.__default.BranchOf((node).dtor_policies, depth), p, depth);
        }
      }
    };
    static BranchOf(policies, depth) {
      if (_dafny.areEqual(policies, _dafny.Seq.of())) {
        return PolicyIndex.Node.create_Branch(_dafny.Seq.of(), _dafny.Map.of());
      } else  {
        return PolicyIndex.__default.InsertInBranch(PolicyIndex.__default.BranchOf((policies).slice(new BigNumber(1)), depth), (policies)[new BigNumber(0)], depth);
      }
    };
    static InsertInBranch(node, p, depth) {
      if ((new BigNumber((PolicyIndex.__default.Keys(p)).length)).isLessThanOrEqualTo(depth)) {
        return PolicyIndex.Node.create_Branch(_dafny.Seq.Concat((node).dtor_unconstrained, _dafny.Seq.of(p)), (node).dtor_children);
      } else  {
        return PolicyIndex.Node.create_Branch((node).dtor_unconstrained, PolicyIndex.__default.InsertAtAll((node).dtor_children, p, depth, ((PolicyIndex.__default.Keys(p))[depth]).dtor_uids));
      }
    };
    static InsertAtAll(children, p, depth, uids) {
      if (_dafny.areEqual(uids, _dafny.Seq.of())) {
        return children;
      } else  {
        let _143_place = PolicyIndex.Place.create_Place(((PolicyIndex.__default.Keys(p))[depth]).dtor_rank, (uids)[new BigNumber(0)]);
        let _144_child = PolicyIndex.__default.Insert(PolicyIndex.__default.Child(children, _143_place), p, (depth).plus(new BigNumber(1)));
        return PolicyIndex.__default.InsertAtAll((children).update(_143_place, _144_child), p, depth, (uids).slice(new BigNumber(1)));
      }
    };
    static Child(children, place) {
      if ((children).contains(place)) {
        return (children).get(place);
      } else  {
        return PolicyIndex.Node.create_Leaf(_dafny.Seq.of());
      }
    };
    static PlacesOf(env) {
      let _145_principal = ((env).dtor_request).dtor_principal;
      let _146_action = ((env).dtor_request).dtor_action;
      let _147_resource = ((env).dtor_request).dtor_resource;
      return (((_dafny.Set.fromElements(PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_PrincipalEqual(), _145_principal), PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_ActionEqualTo(), _146_action), PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_ResourceEqual(), _147_resource), PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_PrincipalIs(), Values.EntityUid.create_EntityUid((_145_principal).dtor_ty, "")), PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_ResourceIs(), Values.EntityUid.create_EntityUid((_147_resource).dtor_ty, "")))).Union(function () {
        let _coll4 = new _dafny.Set();
        for (const _compr_5 of (Hierarchy.__default.Containers(_145_principal, (env).dtor_entities)).Elements) { let _148_uid = _compr_5;
          if ((Hierarchy.__default.Containers(_145_principal, (env).dtor_entities)).contains(_148_uid)) {
            _coll4.add(PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_PrincipalIn(), _148_uid));
          }
        }
        return _coll4;
      }())).Union(function () {
        let _coll5 = new _dafny.Set();
        for (const _compr_6 of (Hierarchy.__default.Containers(_146_action, (env).dtor_entities)).Elements) { let _149_uid = _compr_6;
          if ((Hierarchy.__default.Containers(_146_action, (env).dtor_entities)).contains(_149_uid)) {
            _coll5.add(PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_ActionInAny(), _149_uid));
          }
        }
        return _coll5;
      }())).Union(function () {
        let _coll6 = new _dafny.Set();
        for (const _compr_7 of (Hierarchy.__default.Containers(_147_resource, (env).dtor_entities)).Elements) { let _150_uid = _compr_7;
          if ((Hierarchy.__default.Containers(_147_resource, (env).dtor_entities)).contains(_150_uid)) {
            _coll6.add(PolicyIndex.Place.create_Place(PolicyIndex.Rank.create_ResourceIn(), _150_uid));
          }
        }
        return _coll6;
      }());
    };
    static Candidates(node, places) {
      let _source15 = node;
      if (_source15.is_Leaf) {
        let _151_policies = (_source15).policies;
        return function () {
          let _coll7 = new _dafny.Set();
          for (const _compr_8 of (_151_policies).Elements) { let _152_p = _compr_8;
            if (_dafny.Seq.contains(_151_policies, _152_p)) {
              _coll7.add(_152_p);
            }
          }
          return _coll7;
        }();
      } else  {
        let _153_unconstrained = (_source15).unconstrained;
        let _154_children = (_source15).children;
        let _155_below = function () {
          let _coll8 = new _dafny.Map();
          for (const _156_place of (places).Elements) {
            if (((places).contains(_156_place)) && ((_154_children).contains(_156_place))) {
              _coll8.push([_156_place,PolicyIndex.__default.Candidates((_154_children).get(_156_place), places)]);
            }
          }
          return _coll8;
        }();
        return (function () {
          let _coll9 = new _dafny.Set();
          for (const _compr_9 of (_153_unconstrained).Elements) { let _157_p = _compr_9;
            if (_dafny.Seq.contains(_153_unconstrained, _157_p)) {
              _coll9.add(_157_p);
            }
          }
          return _coll9;
        }()).Union(function () {
          let _coll10 = new _dafny.Set();
          for (const _compr_10 of (_155_below).Keys.Elements) { let _158_place = _compr_10;
            for (const _compr_11 of ((_155_below).get(_158_place)).Elements) { let _159_p = _compr_11;
              if (((_155_below).contains(_158_place)) && (((_155_below).get(_158_place)).contains(_159_p))) {
                _coll10.add(_159_p);
              }
            }
          }
          return _coll10;
        }());
      }
    };
    static SatisfiedAmong(effect, found, env) {
      return function () {
        let _coll11 = new _dafny.Set();
        for (const _compr_12 of (found).Elements) { let _160_p = _compr_12;
          if ((((found).contains(_160_p)) && (_dafny.areEqual((_160_p).dtor_effect, effect))) && (Authorizer.__default.IsSatisfied(_160_p, env))) {
            _coll11.add((_160_p).dtor_id);
          }
        }
        return _coll11;
      }();
    };
    static ErroringAmong(found, env) {
      return function () {
        let _coll12 = new _dafny.Set();
        for (const _compr_13 of (found).Elements) { let _161_p = _compr_13;
          if (((found).contains(_161_p)) && ((Authorizer.__default.Outcome(_161_p, env)).is_Err)) {
            _coll12.add(Authorizer.PolicyError.create_PolicyError((_161_p).dtor_id, (Authorizer.__default.Outcome(_161_p, env)).dtor_error));
          }
        }
        return _coll12;
      }();
    };
    static IsAuthorizedByIndex(index, env) {
      let _162_found = PolicyIndex.__default.Candidates(index, PolicyIndex.__default.PlacesOf(env));
      return Authorizer.__default.Respond(PolicyIndex.__default.SatisfiedAmong(Policies.Effect.create_Permit(), _162_found, env), PolicyIndex.__default.SatisfiedAmong(Policies.Effect.create_Forbid(), _162_found, env), PolicyIndex.__default.ErroringAmong(_162_found, env));
    };
  };
  return $module;
})(); // end of module PolicyIndex
let Types = (function() {
  let $module = {};


  $module.BoolType = class BoolType {
    constructor(tag) { this.$tag = tag; }
    static create_AnyBool() {
      let $dt = new BoolType(0);
      return $dt;
    }
    static create_AlwaysTrue() {
      let $dt = new BoolType(1);
      return $dt;
    }
    static create_AlwaysFalse() {
      let $dt = new BoolType(2);
      return $dt;
    }
    get is_AnyBool() { return this.$tag === 0; }
    get is_AlwaysTrue() { return this.$tag === 1; }
    get is_AlwaysFalse() { return this.$tag === 2; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield BoolType.create_AnyBool();
      yield BoolType.create_AlwaysTrue();
      yield BoolType.create_AlwaysFalse();
    }
    toString() {
      if (this.$tag === 0) {
        return "Types.BoolType.AnyBool";
      } else if (this.$tag === 1) {
        return "Types.BoolType.AlwaysTrue";
      } else if (this.$tag === 2) {
        return "Types.BoolType.AlwaysFalse";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Types.BoolType.create_AnyBool();
        }
      };
    }
  }

  $module.Type = class Type {
    constructor(tag) { this.$tag = tag; }
    static create_BoolT(truth) {
      let $dt = new Type(0);
      $dt.truth = truth;
      return $dt;
    }
    static create_LongT() {
      let $dt = new Type(1);
      return $dt;
    }
    static create_StringT() {
      let $dt = new Type(2);
      return $dt;
    }
    static create_EntityT(ty) {
      let $dt = new Type(3);
      $dt.ty = ty;
      return $dt;
    }
    static create_SetT(element) {
      let $dt = new Type(4);
      $dt.element = element;
      return $dt;
    }
    static create_RecordT(attributes) {
      let $dt = new Type(5);
      $dt.attributes = attributes;
      return $dt;
    }
    static create_DecimalT() {
      let $dt = new Type(6);
      return $dt;
    }
    static create_IpT() {
      let $dt = new Type(7);
      return $dt;
    }
    static create_DatetimeT() {
      let $dt = new Type(8);
      return $dt;
    }
    static create_DurationT() {
      let $dt = new Type(9);
      return $dt;
    }
    get is_BoolT() { return this.$tag === 0; }
    get is_LongT() { return this.$tag === 1; }
    get is_StringT() { return this.$tag === 2; }
    get is_EntityT() { return this.$tag === 3; }
    get is_SetT() { return this.$tag === 4; }
    get is_RecordT() { return this.$tag === 5; }
    get is_DecimalT() { return this.$tag === 6; }
    get is_IpT() { return this.$tag === 7; }
    get is_DatetimeT() { return this.$tag === 8; }
    get is_DurationT() { return this.$tag === 9; }
    get dtor_truth() { return this.truth; }
    get dtor_ty() { return this.ty; }
    get dtor_element() { return this.element; }
    get dtor_attributes() { return this.attributes; }
    toString() {
      if (this.$tag === 0) {
        return "Types.Type.BoolT" + "(" + _dafny.toString(this.truth) + ")";
      } else if (this.$tag === 1) {
        return "Types.Type.LongT";
      } else if (this.$tag === 2) {
        return "Types.Type.StringT";
      } else if (this.$tag === 3) {
        return "Types.Type.EntityT" + "(" + _dafny.toString(this.ty) + ")";
      } else if (this.$tag === 4) {
        return "Types.Type.SetT" + "(" + _dafny.toString(this.element) + ")";
      } else if (this.$tag === 5) {
        return "Types.Type.RecordT" + "(" + _dafny.toString(this.attributes) + ")";
      } else if (this.$tag === 6) {
        return "Types.Type.DecimalT";
      } else if (this.$tag === 7) {
        return "Types.Type.IpT";
      } else if (this.$tag === 8) {
        return "Types.Type.DatetimeT";
      } else if (this.$tag === 9) {
        return "Types.Type.DurationT";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.truth, other.truth);
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3 && _dafny.areEqual(this.ty, other.ty);
      } else if (this.$tag === 4) {
        return other.$tag === 4 && _dafny.areEqual(this.element, other.element);
      } else if (this.$tag === 5) {
        return other.$tag === 5 && _dafny.areEqual(this.attributes, other.attributes);
      } else if (this.$tag === 6) {
        return other.$tag === 6;
      } else if (this.$tag === 7) {
        return other.$tag === 7;
      } else if (this.$tag === 8) {
        return other.$tag === 8;
      } else if (this.$tag === 9) {
        return other.$tag === 9;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Types.Type.create_BoolT(Types.BoolType.Rtd().Default);
        }
      };
    }
  }

  $module.AttributeType = class AttributeType {
    constructor(tag) { this.$tag = tag; }
    static create_AttributeType(ty,required) {
      let $dt = new AttributeType(0);
      $dt.ty = ty;
      $dt.required = required;
      return $dt;
    }
    get is_AttributeType() { return this.$tag === 0; }
    get dtor_ty() { return this.ty; }
    get dtor_required() { return this.required; }
    toString() {
      if (this.$tag === 0) {
        return "Types.AttributeType.AttributeType" + "(" + _dafny.toString(this.ty) + ", " + _dafny.toString(this.required) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.ty, other.ty) && this.required === other.required;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Types.AttributeType.create_AttributeType(Types.Type.Rtd().Default, false);
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Types._default";
    }
    static InstanceOf(v, t) {
      let _source16 = t;
      if (_source16.is_BoolT) {
        let _163_b = (_source16).truth;
        return ((v).is_BoolV) && (Types.__default.InstanceOfBool((v).dtor_b, _163_b));
      } else if (_source16.is_LongT) {
        return (v).is_LongV;
      } else if (_source16.is_StringT) {
        return (v).is_StringV;
      } else if (_source16.is_EntityT) {
        let _164_ty = (_source16).ty;
        return ((v).is_EntityV) && (_dafny.areEqual(((v).dtor_uid).dtor_ty, _164_ty));
      } else if (_source16.is_SetT) {
        let _165_element = (_source16).element;
        return ((v).is_SetV) && (_dafny.Quantifier(((v).dtor_elements).Elements, true, function (_166_x) {
          return !(((v).dtor_elements).contains(_166_x)) || (Types.__default.InstanceOf(_166_x, _165_element));
        }));
      } else if (_source16.is_RecordT) {
        let _167_attributes = (_source16).attributes;
        return (((v).is_RecordV) && (_dafny.Quantifier(((v).dtor_fields).Keys.Elements, true, function (_168_k) {
          return !(((v).dtor_fields).contains(_168_k)) || (((_167_attributes).contains(_168_k)) && (Types.__default.InstanceOf(((v).dtor_fields).get(_168_k), ((_167_attributes).get(_168_k)).dtor_ty)));
        }))) && (_dafny.Quantifier((_167_attributes).Keys.Elements, true, function (_169_k) {
          return !(((_167_attributes).contains(_169_k)) && (((_167_attributes).get(_169_k)).dtor_required)) || (((v).dtor_fields).contains(_169_k));
        }));
      } else if (_source16.is_DecimalT) {
        return (v).is_DecimalV;
      } else if (_source16.is_IpT) {
        return ((v).is_IpV) && (Values.__default.IsIp((v).dtor_ip));
      } else if (_source16.is_DatetimeT) {
        return (v).is_DatetimeV;
      } else  {
        return (v).is_DurationV;
      }
    };
    static InstanceOfBool(b, t) {
      let _source17 = t;
      if (_source17.is_AnyBool) {
        return true;
      } else if (_source17.is_AlwaysTrue) {
        return b;
      } else  {
        return !(b);
      }
    };
    static Join(t, u) {
      if (((t).is_BoolT) && ((u).is_BoolT)) {
        return Values.Option.create_Some(Types.Type.create_BoolT((_dafny.areEqual((t).dtor_truth, (u).dtor_truth)) ? ((t).dtor_truth) : (Types.BoolType.create_AnyBool())));
      } else  {
        if (((t).is_SetT) && ((u).is_SetT)) {
          let _170_element = Types.__default.Join((t).dtor_element, (u).dtor_element);
          if ((_170_element).is_Some) {
            return Values.Option.create_Some(Types.Type.create_SetT((_170_element).dtor_value));
          } else  {
            return Values.Option.create_None();
          }
        } else  {
          if (((t).is_RecordT) && ((u).is_RecordT)) {
            if (((((t).dtor_attributes).Keys).equals(((u).dtor_attributes).Keys)) && (_dafny.Quantifier(((t).dtor_attributes).Keys.Elements, true, function (_171_k) {
              return !(((t).dtor_attributes).contains(_171_k)) || ((((((t).dtor_attributes).get(_171_k)).dtor_required) === ((((u).dtor_attributes).get(_171_k)).dtor_required)) && ((Types.__default.Join((((t).dtor_attributes).get(_171_k)).dtor_ty, (((u).dtor_attributes).get(_171_k)).dtor_ty)).is_Some));
            }))) {
              return Values.Option.create_Some(Types.Type.create_RecordT(function () {
  let _coll13 = new _dafny.Map();
  for (const _172_k of ((t).dtor_attributes).Keys.Elements) {
    if (((t).dtor_attributes).contains(_172_k)) {
      _coll13.push([_172_k,Types.AttributeType.create_AttributeType((Types.__default.Join((((t).dtor_attributes).get(_172_k)).dtor_ty, (((u).dtor_attributes).get(_172_k)).dtor_ty)).dtor_value, (((t).dtor_attributes).get(_172_k)).dtor_required)]);
    }
  }
  return _coll13;
}()));
            } else  {
              return Values.Option.create_None();
            }
          } else  {
            if (_dafny.areEqual(t, u)) {
              return Values.Option.create_Some(t);
            } else  {
              return Values.Option.create_None();
            }
          }
        }
      }
    };
  };
  return $module;
})(); // end of module Types
let Schemas = (function() {
  let $module = {};



  $module.EntityType = class EntityType {
    constructor(tag) { this.$tag = tag; }
    static create_EntityType(attributes,tags,ancestors,ids) {
      let $dt = new EntityType(0);
      $dt.attributes = attributes;
      $dt.tags = tags;
      $dt.ancestors = ancestors;
      $dt.ids = ids;
      return $dt;
    }
    get is_EntityType() { return this.$tag === 0; }
    get dtor_attributes() { return this.attributes; }
    get dtor_tags() { return this.tags; }
    get dtor_ancestors() { return this.ancestors; }
    get dtor_ids() { return this.ids; }
    toString() {
      if (this.$tag === 0) {
        return "Schemas.EntityType.EntityType" + "(" + _dafny.toString(this.attributes) + ", " + _dafny.toString(this.tags) + ", " + _dafny.toString(this.ancestors) + ", " + _dafny.toString(this.ids) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.attributes, other.attributes) && _dafny.areEqual(this.tags, other.tags) && _dafny.areEqual(this.ancestors, other.ancestors) && _dafny.areEqual(this.ids, other.ids);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Schemas.EntityType.create_EntityType(_dafny.Map.Empty, Values.Option.Rtd().Default, _dafny.Set.Empty, Values.Option.Rtd().Default);
        }
      };
    }
  }

  $module.ActionType = class ActionType {
    constructor(tag) { this.$tag = tag; }
    static create_ActionType(principals,resources,context,ancestors) {
      let $dt = new ActionType(0);
      $dt.principals = principals;
      $dt.resources = resources;
      $dt.context = context;
      $dt.ancestors = ancestors;
      return $dt;
    }
    get is_ActionType() { return this.$tag === 0; }
    get dtor_principals() { return this.principals; }
    get dtor_resources() { return this.resources; }
    get dtor_context() { return this.context; }
    get dtor_ancestors() { return this.ancestors; }
    toString() {
      if (this.$tag === 0) {
        return "Schemas.ActionType.ActionType" + "(" + _dafny.toString(this.principals) + ", " + _dafny.toString(this.resources) + ", " + _dafny.toString(this.context) + ", " + _dafny.toString(this.ancestors) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.principals, other.principals) && _dafny.areEqual(this.resources, other.resources) && _dafny.areEqual(this.context, other.context) && _dafny.areEqual(this.ancestors, other.ancestors);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Schemas.ActionType.create_ActionType(_dafny.Set.Empty, _dafny.Set.Empty, _dafny.Map.Empty, _dafny.Set.Empty);
        }
      };
    }
  }

  $module.Schema = class Schema {
    constructor(tag) { this.$tag = tag; }
    static create_Schema(entityTypes,actions) {
      let $dt = new Schema(0);
      $dt.entityTypes = entityTypes;
      $dt.actions = actions;
      return $dt;
    }
    get is_Schema() { return this.$tag === 0; }
    get dtor_entityTypes() { return this.entityTypes; }
    get dtor_actions() { return this.actions; }
    toString() {
      if (this.$tag === 0) {
        return "Schemas.Schema.Schema" + "(" + _dafny.toString(this.entityTypes) + ", " + _dafny.toString(this.actions) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.entityTypes, other.entityTypes) && _dafny.areEqual(this.actions, other.actions);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Schemas.Schema.create_Schema(_dafny.Map.Empty, _dafny.Map.Empty);
        }
      };
    }
  }

  $module.Environment = class Environment {
    constructor(tag) { this.$tag = tag; }
    static create_Environment(principal,action,resource,context) {
      let $dt = new Environment(0);
      $dt.principal = principal;
      $dt.action = action;
      $dt.resource = resource;
      $dt.context = context;
      return $dt;
    }
    get is_Environment() { return this.$tag === 0; }
    get dtor_principal() { return this.principal; }
    get dtor_action() { return this.action; }
    get dtor_resource() { return this.resource; }
    get dtor_context() { return this.context; }
    toString() {
      if (this.$tag === 0) {
        return "Schemas.Environment.Environment" + "(" + _dafny.toString(this.principal) + ", " + _dafny.toString(this.action) + ", " + _dafny.toString(this.resource) + ", " + _dafny.toString(this.context) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.principal, other.principal) && _dafny.areEqual(this.action, other.action) && _dafny.areEqual(this.resource, other.resource) && _dafny.areEqual(this.context, other.context);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Schemas.Environment.create_Environment(_dafny.Seq.of(), Values.EntityUid.Rtd().Default, _dafny.Seq.of(), _dafny.Map.Empty);
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Schemas._default";
    }
    static EnvironmentFor(principal, action, resource, schema) {
      return Schemas.Environment.create_Environment(principal, action, resource, (((schema).dtor_actions).get(action)).dtor_context);
    };
    static Environments(schema) {
      return function () {
        let _coll14 = new _dafny.Set();
        for (const _compr_14 of ((schema).dtor_actions).Keys.Elements) { let _173_action = _compr_14;
          for (const _compr_15 of ((((schema).dtor_actions).get(_173_action)).dtor_principals).Elements) { let _174_principal = _compr_15;
            for (const _compr_16 of ((((schema).dtor_actions).get(_173_action)).dtor_resources).Elements) { let _175_resource = _compr_16;
              if (((((schema).dtor_actions).contains(_173_action)) && (((((schema).dtor_actions).get(_173_action)).dtor_principals).contains(_174_principal))) && (((((schema).dtor_actions).get(_173_action)).dtor_resources).contains(_175_resource))) {
                _coll14.add(Schemas.__default.EnvironmentFor(_174_principal, _173_action, _175_resource, schema));
              }
            }
          }
        }
        return _coll14;
      }();
    };
    static IsActionType(ty) {
      return (_dafny.areEqual(ty, "Action")) || (((new BigNumber(8)).isLessThanOrEqualTo(new BigNumber((ty).length))) && (_dafny.areEqual((ty).slice((new BigNumber((ty).length)).minus(new BigNumber(8))), "::Action")));
    };
    static IsSchema(schema) {
      return (_dafny.Quantifier(((schema).dtor_actions).Keys.Elements, true, function (_176_action) {
        return !(((schema).dtor_actions).contains(_176_action)) || (Schemas.__default.IsActionType((_176_action).dtor_ty));
      })) && (_dafny.Quantifier(((schema).dtor_entityTypes).Keys.Elements, true, function (_177_ty) {
        return !(((schema).dtor_entityTypes).contains(_177_ty)) || (!(Schemas.__default.IsActionType(_177_ty)));
      }));
    };
    static IsKnownType(ty, schema) {
      return (Schemas.__default.IsActionType(ty)) || (((schema).dtor_entityTypes).contains(ty));
    };
    static IsDeclared(uid, schema) {
      if (Schemas.__default.IsActionType((uid).dtor_ty)) {
        return ((schema).dtor_actions).contains(uid);
      } else  {
        return ((schema).dtor_entityTypes).contains((uid).dtor_ty);
      }
    };
    static HasDeclaredId(uid, schema) {
      return !((((schema).dtor_entityTypes).contains((uid).dtor_ty)) && (((((schema).dtor_entityTypes).get((uid).dtor_ty)).dtor_ids).is_Some)) || ((((((schema).dtor_entityTypes).get((uid).dtor_ty)).dtor_ids).dtor_value).contains((uid).dtor_id));
    };
    static AttributesOf(ty, schema) {
      if (((schema).dtor_entityTypes).contains(ty)) {
        return (((schema).dtor_entityTypes).get(ty)).dtor_attributes;
      } else  {
        return _dafny.Map.of();
      }
    };
    static TagsOf(ty, schema) {
      if (((schema).dtor_entityTypes).contains(ty)) {
        return (((schema).dtor_entityTypes).get(ty)).dtor_tags;
      } else  {
        return Values.Option.create_None();
      }
    };
    static CanBeIn(ty, container, schema) {
      return ((_dafny.areEqual(ty, container)) || ((((schema).dtor_entityTypes).contains(ty)) && (((((schema).dtor_entityTypes).get(ty)).dtor_ancestors).contains(container)))) || (_dafny.Quantifier(((schema).dtor_actions).Keys.Elements, false, function (_178_action) {
        return _dafny.Quantifier(((((schema).dtor_actions).get(_178_action)).dtor_ancestors).Elements, false, function (_179_ancestor) {
          return (((((schema).dtor_actions).contains(_178_action)) && (((((schema).dtor_actions).get(_178_action)).dtor_ancestors).contains(_179_ancestor))) && (_dafny.areEqual((_178_action).dtor_ty, ty))) && (_dafny.areEqual((_179_ancestor).dtor_ty, container));
        });
      }));
    };
  };
  return $module;
})(); // end of module Schemas
let Conformance = (function() {
  let $module = {};






  $module.__default = class __default {
    constructor () {
      this._tname = "Conformance._default";
    }
    static IsOfEnvironment(request, environment) {
      return (((_dafny.areEqual(((request).dtor_principal).dtor_ty, (environment).dtor_principal)) && (_dafny.areEqual((request).dtor_action, (environment).dtor_action))) && (_dafny.areEqual(((request).dtor_resource).dtor_ty, (environment).dtor_resource))) && (Types.__default.InstanceOf(Values.Value.create_RecordV((request).dtor_context), Types.Type.create_RecordT((environment).dtor_context)));
    };
    static RequestConforms(request, schema) {
      return (((((schema).dtor_actions).contains((request).dtor_action)) && (((((schema).dtor_actions).get((request).dtor_action)).dtor_principals).contains(((request).dtor_principal).dtor_ty))) && (((((schema).dtor_actions).get((request).dtor_action)).dtor_resources).contains(((request).dtor_resource).dtor_ty))) && (Types.__default.InstanceOf(Values.Value.create_RecordV((request).dtor_context), Types.Type.create_RecordT((((schema).dtor_actions).get((request).dtor_action)).dtor_context)));
    };
    static EntityConforms(uid, entities, schema) {
      if (Schemas.__default.IsActionType((uid).dtor_ty)) {
        return (((((schema).dtor_actions).contains(uid)) && ((((entities).get(uid)).dtor_attributes).equals(_dafny.Map.of()))) && ((((entities).get(uid)).dtor_tags).equals(_dafny.Map.of()))) && ((Hierarchy.__default.Ancestors(uid, entities)).equals((((schema).dtor_actions).get(uid)).dtor_ancestors));
      } else  {
        return (((((schema).dtor_entityTypes).contains((uid).dtor_ty)) && (Types.__default.InstanceOf(Values.Value.create_RecordV(((entities).get(uid)).dtor_attributes), Types.Type.create_RecordT((((schema).dtor_entityTypes).get((uid).dtor_ty)).dtor_attributes)))) && (Conformance.__default.TagsConform(((entities).get(uid)).dtor_tags, (((schema).dtor_entityTypes).get((uid).dtor_ty)).dtor_tags))) && (_dafny.Quantifier((Hierarchy.__default.Ancestors(uid, entities)).Elements, true, function (_180_ancestor) {
          return !((Hierarchy.__default.Ancestors(uid, entities)).contains(_180_ancestor)) || (((((schema).dtor_entityTypes).get((uid).dtor_ty)).dtor_ancestors).contains((_180_ancestor).dtor_ty));
        }));
      }
    };
    static TagsConform(tags, t) {
      return _dafny.Quantifier((tags).Keys.Elements, true, function (_181_tag) {
        return !((tags).contains(_181_tag)) || (((t).is_Some) && (Types.__default.InstanceOf((tags).get(_181_tag), (t).dtor_value)));
      });
    };
    static EntitiesConform(entities, schema) {
      return (_dafny.Quantifier((entities).Keys.Elements, true, function (_182_uid) {
        return !((entities).contains(_182_uid)) || (Conformance.__default.EntityConforms(_182_uid, entities, schema));
      })) && (_dafny.Quantifier(((schema).dtor_actions).Keys.Elements, true, function (_183_action) {
        return !(((schema).dtor_actions).contains(_183_action)) || ((entities).contains(_183_action));
      }));
    };
  };
  return $module;
})(); // end of module Conformance
let OperatorTypes = (function() {
  let $module = {};





  $module.Capability = class Capability {
    constructor(tag) { this.$tag = tag; }
    static create_AttributeIsThere(e,name) {
      let $dt = new Capability(0);
      $dt.e = e;
      $dt.name = name;
      return $dt;
    }
    static create_TagIsThere(e,tag) {
      let $dt = new Capability(1);
      $dt.e = e;
      $dt.tag = tag;
      return $dt;
    }
    get is_AttributeIsThere() { return this.$tag === 0; }
    get is_TagIsThere() { return this.$tag === 1; }
    get dtor_e() { return this.e; }
    get dtor_name() { return this.name; }
    get dtor_tag() { return this.tag; }
    toString() {
      if (this.$tag === 0) {
        return "OperatorTypes.Capability.AttributeIsThere" + "(" + _dafny.toString(this.e) + ", " + _dafny.toString(this.name) + ")";
      } else if (this.$tag === 1) {
        return "OperatorTypes.Capability.TagIsThere" + "(" + _dafny.toString(this.e) + ", " + _dafny.toString(this.tag) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.e, other.e) && _dafny.areEqual(this.name, other.name);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.e, other.e) && _dafny.areEqual(this.tag, other.tag);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return OperatorTypes.Capability.create_AttributeIsThere(Expressions.Expr.Rtd().Default, _dafny.Seq.of());
        }
      };
    }
  }


  $module.Checked = class Checked {
    constructor(tag) { this.$tag = tag; }
    static create_Typed(ty,shows) {
      let $dt = new Checked(0);
      $dt.ty = ty;
      $dt.shows = shows;
      return $dt;
    }
    static create_Untyped() {
      let $dt = new Checked(1);
      return $dt;
    }
    get is_Typed() { return this.$tag === 0; }
    get is_Untyped() { return this.$tag === 1; }
    get dtor_ty() { return this.ty; }
    get dtor_shows() { return this.shows; }
    toString() {
      if (this.$tag === 0) {
        return "OperatorTypes.Checked.Typed" + "(" + _dafny.toString(this.ty) + ", " + _dafny.toString(this.shows) + ")";
      } else if (this.$tag === 1) {
        return "OperatorTypes.Checked.Untyped";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.ty, other.ty) && _dafny.areEqual(this.shows, other.shows);
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return OperatorTypes.Checked.create_Typed(Types.Type.Rtd().Default, _dafny.Set.Empty);
        }
      };
    }
  }

  $module.CheckedFields = class CheckedFields {
    constructor(tag) { this.$tag = tag; }
    static create_TypedFields(attributes) {
      let $dt = new CheckedFields(0);
      $dt.attributes = attributes;
      return $dt;
    }
    static create_UntypedFields() {
      let $dt = new CheckedFields(1);
      return $dt;
    }
    get is_TypedFields() { return this.$tag === 0; }
    get is_UntypedFields() { return this.$tag === 1; }
    get dtor_attributes() { return this.attributes; }
    toString() {
      if (this.$tag === 0) {
        return "OperatorTypes.CheckedFields.TypedFields" + "(" + _dafny.toString(this.attributes) + ")";
      } else if (this.$tag === 1) {
        return "OperatorTypes.CheckedFields.UntypedFields";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.attributes, other.attributes);
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return OperatorTypes.CheckedFields.create_TypedFields(_dafny.Map.Empty);
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "OperatorTypes._default";
    }
    static Only(t) {
      return OperatorTypes.Checked.create_Typed(t, _dafny.Set.fromElements());
    };
    static Singleton(b) {
      return Types.Type.create_BoolT((b) ? (Types.BoolType.create_AlwaysTrue()) : (Types.BoolType.create_AlwaysFalse()));
    };
    static IsBoolean(a) {
      return ((a).is_Typed) && (((a).dtor_ty).is_BoolT);
    };
    static AsBoolean(a) {
      if (OperatorTypes.__default.IsBoolean(a)) {
        return a;
      } else  {
        return OperatorTypes.Checked.create_Untyped();
      }
    };
    static Showing(more, a) {
      if ((a).is_Untyped) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        return OperatorTypes.Checked.create_Typed((a).dtor_ty, ((a).dtor_shows).Union(more));
      }
    };
    static TypeOfAnd(a, b) {
      if (!(OperatorTypes.__default.IsBoolean(b))) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        if (_dafny.areEqual((b).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()))) {
          return OperatorTypes.__default.Only((b).dtor_ty);
        } else  {
          return OperatorTypes.Checked.create_Typed((_dafny.areEqual((b).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysTrue()))) ? ((a).dtor_ty) : ((_dafny.areEqual((a).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysTrue()))) ? ((b).dtor_ty) : (Types.Type.create_BoolT(Types.BoolType.create_AnyBool()))), ((a).dtor_shows).Union((b).dtor_shows));
        }
      }
    };
    static TypeOfOr(a, b) {
      if (!(OperatorTypes.__default.IsBoolean(b))) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        if (_dafny.areEqual((b).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysTrue()))) {
          return OperatorTypes.__default.Only((b).dtor_ty);
        } else  {
          if (_dafny.areEqual((a).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()))) {
            return b;
          } else  {
            if (_dafny.areEqual((b).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()))) {
              return a;
            } else  {
              return OperatorTypes.Checked.create_Typed(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()), ((a).dtor_shows).Intersect((b).dtor_shows));
            }
          }
        }
      }
    };
    static JoinBranches(a, b) {
      if (((a).is_Untyped) || ((b).is_Untyped)) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        let _184_t = Types.__default.Join((a).dtor_ty, (b).dtor_ty);
        if ((_184_t).is_None) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          return OperatorTypes.Checked.create_Typed((_184_t).dtor_value, ((a).dtor_shows).Intersect((b).dtor_shows));
        }
      }
    };
    static TypeOfVariable(variable, environment) {
      let _source18 = variable;
      if (_source18.is_Principal) {
        return Types.Type.create_EntityT((environment).dtor_principal);
      } else if (_source18.is_Action) {
        return Types.Type.create_EntityT(((environment).dtor_action).dtor_ty);
      } else if (_source18.is_Resource) {
        return Types.Type.create_EntityT((environment).dtor_resource);
      } else  {
        return Types.Type.create_RecordT((environment).dtor_context);
      }
    };
    static TypeOfUnary(op, t) {
      let _source19 = op;
      if (_source19.is_Not) {
        if ((t).is_BoolT) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(OperatorTypes.__default.Opposite((t).dtor_truth)));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source19.is_Negate) {
        if ((t).is_LongT) {
          return OperatorTypes.__default.Only(Types.Type.create_LongT());
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else  {
        if ((t).is_SetT) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      }
    };
    static Opposite(t) {
      let _source20 = t;
      if (_source20.is_AnyBool) {
        return Types.BoolType.create_AnyBool();
      } else if (_source20.is_AlwaysTrue) {
        return Types.BoolType.create_AlwaysFalse();
      } else  {
        return Types.BoolType.create_AlwaysTrue();
      }
    };
    static TypeOfBinary(op, left, t, right, u, known, environment, schema) {
      let _source21 = op;
      if (_source21.is_Equal) {
        return OperatorTypes.__default.TypeOfEqual(left, t, right, u, environment);
      } else if (_source21.is_Less) {
        if ((_dafny.areEqual(t, u)) && (OperatorTypes.__default.IsOrdered(t))) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_LessOrEqual) {
        if ((_dafny.areEqual(t, u)) && (OperatorTypes.__default.IsOrdered(t))) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_Add) {
        if (((t).is_LongT) && ((u).is_LongT)) {
          return OperatorTypes.__default.Only(Types.Type.create_LongT());
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_Subtract) {
        if (((t).is_LongT) && ((u).is_LongT)) {
          return OperatorTypes.__default.Only(Types.Type.create_LongT());
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_Multiply) {
        if (((t).is_LongT) && ((u).is_LongT)) {
          return OperatorTypes.__default.Only(Types.Type.create_LongT());
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_In) {
        return OperatorTypes.__default.TypeOfIn(left, t, right, u, environment, schema);
      } else if (_source21.is_Contains) {
        if (((t).is_SetT) && ((Types.__default.Join((t).dtor_element, u)).is_Some)) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_ContainsAll) {
        if ((((t).is_SetT) && ((u).is_SetT)) && ((Types.__default.Join(t, u)).is_Some)) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_ContainsAny) {
        if ((((t).is_SetT) && ((u).is_SetT)) && ((Types.__default.Join(t, u)).is_Some)) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source21.is_HasTag) {
        if ((!((t).is_EntityT)) || (!((u).is_StringT))) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          if ((Schemas.__default.TagsOf((t).dtor_ty, schema)).is_None) {
            return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()));
          } else  {
            return OperatorTypes.__default.IsThere(OperatorTypes.Capability.create_TagIsThere(left, right), false, known);
          }
        }
      } else  {
        if (((((t).is_EntityT) && ((u).is_StringT)) && ((Schemas.__default.TagsOf((t).dtor_ty, schema)).is_Some)) && ((known).contains(OperatorTypes.Capability.create_TagIsThere(left, right)))) {
          return OperatorTypes.__default.Only((Schemas.__default.TagsOf((t).dtor_ty, schema)).dtor_value);
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      }
    };
    static IsOrdered(t) {
      return (((t).is_LongT) || ((t).is_DatetimeT)) || ((t).is_DurationT);
    };
    static WithAction(e, environment) {
      if (_dafny.areEqual(e, Expressions.Expr.create_VariableE(Expressions.Variable.create_Action()))) {
        return Expressions.Expr.create_EntityE((environment).dtor_action);
      } else  {
        return e;
      }
    };
    static IsLiteral(e) {
      return ((((e).is_BoolE) || ((e).is_LongE)) || ((e).is_StringE)) || ((e).is_EntityE);
    };
    static TypeOfEqual(left, t, right, u, environment) {
      let _185_l = OperatorTypes.__default.WithAction(left, environment);
      let _186_r = OperatorTypes.__default.WithAction(right, environment);
      if ((((t).is_EntityT) && ((u).is_EntityT)) && (!_dafny.areEqual(t, u))) {
        return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()));
      } else  {
        if ((OperatorTypes.__default.IsLiteral(_185_l)) && (OperatorTypes.__default.IsLiteral(_186_r))) {
          return OperatorTypes.__default.Only(OperatorTypes.__default.Singleton(_dafny.areEqual(_185_l, _186_r)));
        } else  {
          if ((Types.__default.Join(t, u)).is_Some) {
            return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
          } else  {
            return OperatorTypes.Checked.create_Untyped();
          }
        }
      }
    };
    static TypeOfIn(left, t, right, u, environment, schema) {
      if ((!((t).is_EntityT)) || (!(((u).is_EntityT) || (((u).is_SetT) && (((u).dtor_element).is_EntityT))))) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        let _187_member = OperatorTypes.__default.WithAction(left, environment);
        let _188_containers = OperatorTypes.__default.KnownEntities(right, environment);
        if ((((_187_member).is_EntityE) && (((schema).dtor_actions).contains((_187_member).dtor_uid))) && ((_188_containers).is_Some)) {
          let _189_ancestors = (((schema).dtor_actions).get((_187_member).dtor_uid)).dtor_ancestors;
          return OperatorTypes.__default.Only(OperatorTypes.__default.Singleton(_dafny.Quantifier(((_188_containers).dtor_value).Elements, false, function (_190_uid) {
            return (((_188_containers).dtor_value).contains(_190_uid)) && ((_dafny.areEqual(_190_uid, (_187_member).dtor_uid)) || ((_189_ancestors).contains(_190_uid)));
          })));
        } else  {
          if (Schemas.__default.CanBeIn((t).dtor_ty, ((u).is_EntityT) ? ((u).dtor_ty) : (((u).dtor_element).dtor_ty), schema)) {
            return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
          } else  {
            return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()));
          }
        }
      }
    };
    static KnownEntities(e, environment) {
      let _191_single = OperatorTypes.__default.WithAction(e, environment);
      if ((_191_single).is_EntityE) {
        return Values.Option.create_Some(_dafny.Set.fromElements((_191_single).dtor_uid));
      } else  {
        if ((e).is_SetE) {
          return OperatorTypes.__default.AllKnown((e).dtor_elements, environment);
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static AllKnown(es, environment) {
      let _source22 = es;
      if (_source22.is_NoExprs) {
        return Values.Option.create_Some(_dafny.Set.fromElements());
      } else  {
        let _192_first = (_source22).first;
        let _193_rest = (_source22).rest;
        let _194_single = OperatorTypes.__default.WithAction(_192_first, environment);
        let _195_others = OperatorTypes.__default.AllKnown(_193_rest, environment);
        if (((_194_single).is_EntityE) && ((_195_others).is_Some)) {
          return Values.Option.create_Some((_dafny.Set.fromElements((_194_single).dtor_uid)).Union((_195_others).dtor_value));
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static IsThere(what, sure, known) {
      if ((sure) || ((known).contains(what))) {
        return OperatorTypes.Checked.create_Typed(Types.Type.create_BoolT(Types.BoolType.create_AlwaysTrue()), _dafny.Set.fromElements(what));
      } else  {
        return OperatorTypes.Checked.create_Typed(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()), _dafny.Set.fromElements(what));
      }
    };
    static TypeOfHas(e, t, name, known, schema) {
      if ((!((t).is_RecordT)) && (!((t).is_EntityT))) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        let _196_attributes = OperatorTypes.__default.AttributesOfType(t, schema);
        if (!(_196_attributes).contains(name)) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()));
        } else  {
          return OperatorTypes.__default.IsThere(OperatorTypes.Capability.create_AttributeIsThere(e, name), ((t).is_RecordT) && (((_196_attributes).get(name)).dtor_required), known);
        }
      }
    };
    static TypeOfGet(e, t, name, known, schema) {
      if ((!((t).is_RecordT)) && (!((t).is_EntityT))) {
        return OperatorTypes.Checked.create_Untyped();
      } else  {
        let _197_attributes = OperatorTypes.__default.AttributesOfType(t, schema);
        if (((_197_attributes).contains(name)) && ((((_197_attributes).get(name)).dtor_required) || ((known).contains(OperatorTypes.Capability.create_AttributeIsThere(e, name))))) {
          return OperatorTypes.__default.Only(((_197_attributes).get(name)).dtor_ty);
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      }
    };
    static AttributesOfType(t, schema) {
      if ((t).is_RecordT) {
        return (t).dtor_attributes;
      } else  {
        return Schemas.__default.AttributesOf((t).dtor_ty, schema);
      }
    };
  };
  return $module;
})(); // end of module OperatorTypes
let Signatures = (function() {
  let $module = {};





  $module.__default = class __default {
    constructor () {
      this._tname = "Signatures._default";
    }
    static ResultType(fn) {
      let _source23 = fn;
      if (_source23.is_DecimalFn) {
        return Types.Type.create_DecimalT();
      } else if (_source23.is_IpFn) {
        return Types.Type.create_IpT();
      } else if (_source23.is_DatetimeFn) {
        return Types.Type.create_DatetimeT();
      } else if (_source23.is_DurationFn) {
        return Types.Type.create_DurationT();
      } else if (_source23.is_LessThan) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_LessThanOrEqual) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_GreaterThan) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_GreaterThanOrEqual) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_IsIpv4) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_IsIpv6) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_IsInRangeFn) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_IsLoopbackFn) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_IsMulticastFn) {
        return Types.Type.create_BoolT(Types.BoolType.create_AnyBool());
      } else if (_source23.is_Offset) {
        return Types.Type.create_DatetimeT();
      } else if (_source23.is_DurationSince) {
        return Types.Type.create_DurationT();
      } else if (_source23.is_ToDateFn) {
        return Types.Type.create_DatetimeT();
      } else if (_source23.is_ToTimeFn) {
        return Types.Type.create_DurationT();
      } else if (_source23.is_ToMillisecondsFn) {
        return Types.Type.create_LongT();
      } else if (_source23.is_ToSecondsFn) {
        return Types.Type.create_LongT();
      } else if (_source23.is_ToMinutesFn) {
        return Types.Type.create_LongT();
      } else if (_source23.is_ToHoursFn) {
        return Types.Type.create_LongT();
      } else  {
        return Types.Type.create_LongT();
      }
    };
    static ParameterTypes(fn) {
      let _source24 = fn;
      if (_source24.is_DecimalFn) {
        return _dafny.Seq.of(Types.Type.create_StringT());
      } else if (_source24.is_IpFn) {
        return _dafny.Seq.of(Types.Type.create_StringT());
      } else if (_source24.is_DatetimeFn) {
        return _dafny.Seq.of(Types.Type.create_StringT());
      } else if (_source24.is_DurationFn) {
        return _dafny.Seq.of(Types.Type.create_StringT());
      } else if (_source24.is_LessThan) {
        return _dafny.Seq.of(Types.Type.create_DecimalT(), Types.Type.create_DecimalT());
      } else if (_source24.is_LessThanOrEqual) {
        return _dafny.Seq.of(Types.Type.create_DecimalT(), Types.Type.create_DecimalT());
      } else if (_source24.is_GreaterThan) {
        return _dafny.Seq.of(Types.Type.create_DecimalT(), Types.Type.create_DecimalT());
      } else if (_source24.is_GreaterThanOrEqual) {
        return _dafny.Seq.of(Types.Type.create_DecimalT(), Types.Type.create_DecimalT());
      } else if (_source24.is_IsIpv4) {
        return _dafny.Seq.of(Types.Type.create_IpT());
      } else if (_source24.is_IsIpv6) {
        return _dafny.Seq.of(Types.Type.create_IpT());
      } else if (_source24.is_IsLoopbackFn) {
        return _dafny.Seq.of(Types.Type.create_IpT());
      } else if (_source24.is_IsMulticastFn) {
        return _dafny.Seq.of(Types.Type.create_IpT());
      } else if (_source24.is_IsInRangeFn) {
        return _dafny.Seq.of(Types.Type.create_IpT(), Types.Type.create_IpT());
      } else if (_source24.is_Offset) {
        return _dafny.Seq.of(Types.Type.create_DatetimeT(), Types.Type.create_DurationT());
      } else if (_source24.is_DurationSince) {
        return _dafny.Seq.of(Types.Type.create_DatetimeT(), Types.Type.create_DatetimeT());
      } else if (_source24.is_ToDateFn) {
        return _dafny.Seq.of(Types.Type.create_DatetimeT());
      } else if (_source24.is_ToTimeFn) {
        return _dafny.Seq.of(Types.Type.create_DatetimeT());
      } else if (_source24.is_ToMillisecondsFn) {
        return _dafny.Seq.of(Types.Type.create_DurationT());
      } else if (_source24.is_ToSecondsFn) {
        return _dafny.Seq.of(Types.Type.create_DurationT());
      } else if (_source24.is_ToMinutesFn) {
        return _dafny.Seq.of(Types.Type.create_DurationT());
      } else if (_source24.is_ToHoursFn) {
        return _dafny.Seq.of(Types.Type.create_DurationT());
      } else  {
        return _dafny.Seq.of(Types.Type.create_DurationT());
      }
    };
    static IsConstructor(fn) {
      return (((_dafny.areEqual(fn, Expressions.ExtensionFunction.create_DecimalFn())) || (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_IpFn()))) || (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_DatetimeFn()))) || (_dafny.areEqual(fn, Expressions.ExtensionFunction.create_DurationFn()));
    };
    static IsReadable(fn, args) {
      return ((((args).is_MoreExprs) && (((args).dtor_rest).is_NoExprs)) && (((args).dtor_first).is_StringE)) && ((Extensions.__default.CallExtension(fn, _dafny.Seq.of(Values.Value.create_StringV(((args).dtor_first).dtor_s)))).is_Ok);
    };
  };
  return $module;
})(); // end of module Signatures
let TypeChecker = (function() {
  let $module = {};







  $module.__default = class __default {
    constructor () {
      this._tname = "TypeChecker._default";
    }
    static TypeOf(e, known, environment, schema) {
      let _source25 = e;
      if (_source25.is_BoolE) {
        let _198_b = (_source25).b;
        return OperatorTypes.__default.Only(OperatorTypes.__default.Singleton(_198_b));
      } else if (_source25.is_LongE) {
        let _199_i = (_source25).i;
        return OperatorTypes.__default.Only(Types.Type.create_LongT());
      } else if (_source25.is_StringE) {
        let _200_s = (_source25).s;
        return OperatorTypes.__default.Only(Types.Type.create_StringT());
      } else if (_source25.is_EntityE) {
        let _201_uid = (_source25).uid;
        if (Schemas.__default.IsDeclared(_201_uid, schema)) {
          return OperatorTypes.__default.Only(Types.Type.create_EntityT((_201_uid).dtor_ty));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source25.is_VariableE) {
        let _202_variable = (_source25).variable;
        return OperatorTypes.__default.Only(OperatorTypes.__default.TypeOfVariable(_202_variable, environment));
      } else if (_source25.is_And) {
        let _203_left = (_source25).left;
        let _204_right = (_source25).right;
        let _205_a = TypeChecker.__default.TypeOf(_203_left, known, environment, schema);
        if (!(OperatorTypes.__default.IsBoolean(_205_a))) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          if (_dafny.areEqual((_205_a).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()))) {
            return OperatorTypes.__default.Only((_205_a).dtor_ty);
          } else  {
            return OperatorTypes.__default.TypeOfAnd(_205_a, TypeChecker.__default.TypeOf(_204_right, (known).Union((_205_a).dtor_shows), environment, schema));
          }
        }
      } else if (_source25.is_Or) {
        let _206_left = (_source25).left;
        let _207_right = (_source25).right;
        let _208_a = TypeChecker.__default.TypeOf(_206_left, known, environment, schema);
        if ((!(OperatorTypes.__default.IsBoolean(_208_a))) || (_dafny.areEqual((_208_a).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysTrue())))) {
          return OperatorTypes.__default.AsBoolean(_208_a);
        } else  {
          return OperatorTypes.__default.TypeOfOr(_208_a, TypeChecker.__default.TypeOf(_207_right, known, environment, schema));
        }
      } else if (_source25.is_If) {
        let _209_test = (_source25).test;
        let _210_yes = (_source25).yes;
        let _211_no = (_source25).no;
        let _212_a = TypeChecker.__default.TypeOf(_209_test, known, environment, schema);
        if (!(OperatorTypes.__default.IsBoolean(_212_a))) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          if (_dafny.areEqual((_212_a).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysTrue()))) {
            return OperatorTypes.__default.Showing((_212_a).dtor_shows, TypeChecker.__default.TypeOf(_210_yes, (known).Union((_212_a).dtor_shows), environment, schema));
          } else  {
            if (_dafny.areEqual((_212_a).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse()))) {
              return TypeChecker.__default.TypeOf(_211_no, known, environment, schema);
            } else  {
              return OperatorTypes.__default.JoinBranches(OperatorTypes.__default.Showing((_212_a).dtor_shows, TypeChecker.__default.TypeOf(_210_yes, (known).Union((_212_a).dtor_shows), environment, schema)), TypeChecker.__default.TypeOf(_211_no, known, environment, schema));
            }
          }
        }
      } else if (_source25.is_Unary) {
        let _213_op = (_source25).unary;
        let _214_arg = (_source25).arg;
        let _215_a = TypeChecker.__default.TypeOf(_214_arg, known, environment, schema);
        if ((_215_a).is_Untyped) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          return OperatorTypes.__default.TypeOfUnary(_213_op, (_215_a).dtor_ty);
        }
      } else if (_source25.is_Binary) {
        let _216_op = (_source25).binary;
        let _217_left = (_source25).left;
        let _218_right = (_source25).right;
        let _219_a = TypeChecker.__default.TypeOf(_217_left, known, environment, schema);
        let _220_b = TypeChecker.__default.TypeOf(_218_right, known, environment, schema);
        if (((_219_a).is_Untyped) || ((_220_b).is_Untyped)) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          return OperatorTypes.__default.TypeOfBinary(_216_op, _217_left, (_219_a).dtor_ty, _218_right, (_220_b).dtor_ty, known, environment, schema);
        }
      } else if (_source25.is_LikeE) {
        let _221_arg = (_source25).arg;
        let _222_pattern = (_source25).pattern;
        let _223_a = TypeChecker.__default.TypeOf(_221_arg, known, environment, schema);
        if (((_223_a).is_Typed) && (((_223_a).dtor_ty).is_StringT)) {
          return OperatorTypes.__default.Only(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source25.is_Is) {
        let _224_arg = (_source25).arg;
        let _225_entityType = (_source25).entityType;
        let _226_a = TypeChecker.__default.TypeOf(_224_arg, known, environment, schema);
        if (((_226_a).is_Typed) && (((_226_a).dtor_ty).is_EntityT)) {
          return OperatorTypes.__default.Only(OperatorTypes.__default.Singleton(_dafny.areEqual(((_226_a).dtor_ty).dtor_ty, _225_entityType)));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source25.is_HasAttribute) {
        let _227_arg = (_source25).arg;
        let _228_name = (_source25).name;
        let _229_a = TypeChecker.__default.TypeOf(_227_arg, known, environment, schema);
        if ((_229_a).is_Untyped) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          return OperatorTypes.__default.TypeOfHas(_227_arg, (_229_a).dtor_ty, _228_name, known, schema);
        }
      } else if (_source25.is_GetAttribute) {
        let _230_arg = (_source25).arg;
        let _231_name = (_source25).name;
        let _232_a = TypeChecker.__default.TypeOf(_230_arg, known, environment, schema);
        if ((_232_a).is_Untyped) {
          return OperatorTypes.Checked.create_Untyped();
        } else  {
          return OperatorTypes.__default.TypeOfGet(_230_arg, (_232_a).dtor_ty, _231_name, known, schema);
        }
      } else if (_source25.is_SetE) {
        let _233_elements = (_source25).elements;
        let _234_element = TypeChecker.__default.TypeOfElements(_233_elements, known, environment, schema);
        if ((_234_element).is_Some) {
          return OperatorTypes.__default.Only(Types.Type.create_SetT((_234_element).dtor_value));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else if (_source25.is_RecordE) {
        let _235_fields = (_source25).fields;
        let _236_all = TypeChecker.__default.TypeOfFields(_235_fields, _dafny.Map.of(), known, environment, schema);
        if ((_236_all).is_TypedFields) {
          return OperatorTypes.__default.Only(Types.Type.create_RecordT((_236_all).dtor_attributes));
        } else  {
          return OperatorTypes.Checked.create_Untyped();
        }
      } else  {
        let _237_fn = (_source25).fn;
        let _238_args = (_source25).args;
        if (Signatures.__default.IsConstructor(_237_fn)) {
          if (Signatures.__default.IsReadable(_237_fn, _238_args)) {
            return OperatorTypes.__default.Only(Signatures.__default.ResultType(_237_fn));
          } else  {
            return OperatorTypes.Checked.create_Untyped();
          }
        } else  {
          if (TypeChecker.__default.HaveTypes(_238_args, Signatures.__default.ParameterTypes(_237_fn), known, environment, schema)) {
            return OperatorTypes.__default.Only(Signatures.__default.ResultType(_237_fn));
          } else  {
            return OperatorTypes.Checked.create_Untyped();
          }
        }
      }
    };
    static TypeOfElements(es, known, environment, schema) {
      let _source26 = es;
      if (_source26.is_NoExprs) {
        return Values.Option.create_None();
      } else  {
        let _239_first = (_source26).first;
        let _240_rest = (_source26).rest;
        let _241_a = TypeChecker.__default.TypeOf(_239_first, known, environment, schema);
        if ((_241_a).is_Untyped) {
          return Values.Option.create_None();
        } else  {
          if ((_240_rest).is_NoExprs) {
            return Values.Option.create_Some((_241_a).dtor_ty);
          } else  {
            let _242_b = TypeChecker.__default.TypeOfElements(_240_rest, known, environment, schema);
            if ((_242_b).is_None) {
              return Values.Option.create_None();
            } else  {
              return Types.__default.Join((_241_a).dtor_ty, (_242_b).dtor_value);
            }
          }
        }
      }
    };
    static TypeOfFields(fields, before, known, environment, schema) {
      let _source27 = fields;
      if (_source27.is_NoFields) {
        return OperatorTypes.CheckedFields.create_TypedFields(before);
      } else  {
        let _243_key = (_source27).key;
        let _244_value = (_source27).value;
        let _245_others = (_source27).others;
        let _246_a = TypeChecker.__default.TypeOf(_244_value, known, environment, schema);
        if ((_246_a).is_Untyped) {
          return OperatorTypes.CheckedFields.create_UntypedFields();
        } else  {
          return TypeChecker.__default.TypeOfFields(_245_others, (before).update(_243_key, Types.AttributeType.create_AttributeType((_246_a).dtor_ty, true)), known, environment, schema);
        }
      }
    };
    static HaveTypes(es, types, known, environment, schema) {
      let _source28 = es;
      if (_source28.is_NoExprs) {
        return _dafny.areEqual(types, _dafny.Seq.of());
      } else  {
        let _247_first = (_source28).first;
        let _248_rest = (_source28).rest;
        let _249_a = TypeChecker.__default.TypeOf(_247_first, known, environment, schema);
        return (((!_dafny.areEqual(types, _dafny.Seq.of())) && ((_249_a).is_Typed)) && (_dafny.areEqual((_249_a).dtor_ty, (types)[new BigNumber(0)]))) && (TypeChecker.__default.HaveTypes(_248_rest, (types).slice(new BigNumber(1)), known, environment, schema));
      }
    };
  };
  return $module;
})(); // end of module TypeChecker
let Validator = (function() {
  let $module = {};








  $module.__default = class __default {
    constructor () {
      this._tname = "Validator._default";
    }
    static ValidatePolicy(p, schema) {
      return (Validator.__default.NamesKnown(Policies.__default.Condition(p), schema)) && (Validator.__default.IsBooleanEverywhere(Policies.__default.Condition(p), schema));
    };
    static ValidateTemplate(t, schema) {
      return (Validator.__default.NamesKnown(Validator.__default.TemplateCondition(t), schema)) && (Validator.__default.IsBooleanEverywhere(Validator.__default.TemplateCondition(t), schema));
    };
    static ValidateLink(values, schema) {
      return _dafny.Quantifier((values).Keys.Elements, true, function (_250_slot) {
        return !((values).contains(_250_slot)) || (Schemas.__default.IsKnownType(((values).get(_250_slot)).dtor_ty, schema));
      });
    };
    static IsBooleanEverywhere(e, schema) {
      return _dafny.Quantifier(((schema).dtor_actions).Keys.Elements, true, function (_251_action) {
        return _dafny.Quantifier(((((schema).dtor_actions).get(_251_action)).dtor_principals).Elements, true, function (_252_principal) {
          return _dafny.Quantifier(((((schema).dtor_actions).get(_251_action)).dtor_resources).Elements, true, function (_253_resource) {
            return !(((((schema).dtor_actions).contains(_251_action)) && (((((schema).dtor_actions).get(_251_action)).dtor_principals).contains(_252_principal))) && (((((schema).dtor_actions).get(_251_action)).dtor_resources).contains(_253_resource))) || (OperatorTypes.__default.IsBoolean(TypeChecker.__default.TypeOf(e, _dafny.Set.fromElements(), Schemas.__default.EnvironmentFor(_252_principal, _251_action, _253_resource, schema), schema)));
          });
        });
      });
    };
    static IsImpossible(p, schema) {
      return _dafny.Quantifier(((schema).dtor_actions).Keys.Elements, true, function (_254_action) {
        return _dafny.Quantifier(((((schema).dtor_actions).get(_254_action)).dtor_principals).Elements, true, function (_255_principal) {
          return _dafny.Quantifier(((((schema).dtor_actions).get(_254_action)).dtor_resources).Elements, true, function (_256_resource) {
            return !(((((schema).dtor_actions).contains(_254_action)) && (((((schema).dtor_actions).get(_254_action)).dtor_principals).contains(_255_principal))) && (((((schema).dtor_actions).get(_254_action)).dtor_resources).contains(_256_resource))) || (function (_pat_let0_0) {
              return function (_257_said) {
                return ((_257_said).is_Typed) && (_dafny.areEqual((_257_said).dtor_ty, Types.Type.create_BoolT(Types.BoolType.create_AlwaysFalse())));
              }(_pat_let0_0);
            }(TypeChecker.__default.TypeOf(Policies.__default.Condition(p), _dafny.Set.fromElements(), Schemas.__default.EnvironmentFor(_255_principal, _254_action, _256_resource, schema), schema)));
          });
        });
      });
    };
    static TemplateCondition(t) {
      return Expressions.Expr.create_And(Validator.__default.TemplateScope(Expressions.Variable.create_Principal(), (t).dtor_principal), Expressions.Expr.create_And(Policies.__default.ActionExpr((t).dtor_action), Expressions.Expr.create_And(Validator.__default.TemplateScope(Expressions.Variable.create_Resource(), (t).dtor_resource), Policies.__default.Body((t).dtor_clauses))));
    };
    static TemplateScope(variable, c) {
      let _source29 = c;
      if (_source29.is_AnyEntity) {
        return Expressions.Expr.create_BoolE(true);
      } else if (_source29.is_EqualTo) {
        let _258_u = (_source29).u;
        return Expressions.Expr.create_Binary(Expressions.BinaryOp.create_Equal(), Expressions.Expr.create_VariableE(variable), Validator.__default.SlotExpr(_258_u, variable));
      } else if (_source29.is_InEntity) {
        let _259_u = (_source29).u;
        return Expressions.Expr.create_Binary(Expressions.BinaryOp.create_In(), Expressions.Expr.create_VariableE(variable), Validator.__default.SlotExpr(_259_u, variable));
      } else if (_source29.is_IsType) {
        let _260_ty = (_source29).ty;
        return Expressions.Expr.create_Is(Expressions.Expr.create_VariableE(variable), _260_ty);
      } else  {
        let _261_ty = (_source29).ty;
        let _262_u = (_source29).u;
        return Expressions.__default.IsIn(Expressions.Expr.create_VariableE(variable), _261_ty, Validator.__default.SlotExpr(_262_u, variable));
      }
    };
    static SlotExpr(u, variable) {
      if ((u).is_Known) {
        return Expressions.Expr.create_EntityE((u).dtor_uid);
      } else  {
        return Expressions.Expr.create_VariableE(variable);
      }
    };
    static NamesKnown(e, schema) {
      let _source30 = e;
      if (_source30.is_BoolE) {
        let _263_b = (_source30).b;
        return true;
      } else if (_source30.is_LongE) {
        let _264_i = (_source30).i;
        return true;
      } else if (_source30.is_StringE) {
        let _265_s = (_source30).s;
        return true;
      } else if (_source30.is_EntityE) {
        let _266_uid = (_source30).uid;
        return (Schemas.__default.IsDeclared(_266_uid, schema)) && (Schemas.__default.HasDeclaredId(_266_uid, schema));
      } else if (_source30.is_VariableE) {
        let _267_variable = (_source30).variable;
        return true;
      } else if (_source30.is_And) {
        let _268_left = (_source30).left;
        let _269_right = (_source30).right;
        return (Validator.__default.NamesKnown(_268_left, schema)) && (Validator.__default.NamesKnown(_269_right, schema));
      } else if (_source30.is_Or) {
        let _270_left = (_source30).left;
        let _271_right = (_source30).right;
        return (Validator.__default.NamesKnown(_270_left, schema)) && (Validator.__default.NamesKnown(_271_right, schema));
      } else if (_source30.is_If) {
        let _272_test = (_source30).test;
        let _273_yes = (_source30).yes;
        let _274_no = (_source30).no;
        return ((Validator.__default.NamesKnown(_272_test, schema)) && (Validator.__default.NamesKnown(_273_yes, schema))) && (Validator.__default.NamesKnown(_274_no, schema));
      } else if (_source30.is_Unary) {
        let _275_op = (_source30).unary;
        let _276_arg = (_source30).arg;
        return Validator.__default.NamesKnown(_276_arg, schema);
      } else if (_source30.is_Binary) {
        let _277_op = (_source30).binary;
        let _278_left = (_source30).left;
        let _279_right = (_source30).right;
        return (Validator.__default.NamesKnown(_278_left, schema)) && (Validator.__default.NamesKnown(_279_right, schema));
      } else if (_source30.is_LikeE) {
        let _280_arg = (_source30).arg;
        let _281_pattern = (_source30).pattern;
        return Validator.__default.NamesKnown(_280_arg, schema);
      } else if (_source30.is_Is) {
        let _282_arg = (_source30).arg;
        let _283_entityType = (_source30).entityType;
        return (Validator.__default.NamesKnown(_282_arg, schema)) && (Schemas.__default.IsKnownType(_283_entityType, schema));
      } else if (_source30.is_HasAttribute) {
        let _284_arg = (_source30).arg;
        let _285_name = (_source30).name;
        return Validator.__default.NamesKnown(_284_arg, schema);
      } else if (_source30.is_GetAttribute) {
        let _286_arg = (_source30).arg;
        let _287_name = (_source30).name;
        return Validator.__default.NamesKnown(_286_arg, schema);
      } else if (_source30.is_SetE) {
        let _288_elements = (_source30).elements;
        return Validator.__default.AllNamesKnown(_288_elements, schema);
      } else if (_source30.is_RecordE) {
        let _289_fields = (_source30).fields;
        return Validator.__default.FieldNamesKnown(_289_fields, schema);
      } else  {
        let _290_fn = (_source30).fn;
        let _291_args = (_source30).args;
        return Validator.__default.AllNamesKnown(_291_args, schema);
      }
    };
    static AllNamesKnown(es, schema) {
      let _source31 = es;
      if (_source31.is_NoExprs) {
        return true;
      } else  {
        let _292_first = (_source31).first;
        let _293_rest = (_source31).rest;
        return (Validator.__default.NamesKnown(_292_first, schema)) && (Validator.__default.AllNamesKnown(_293_rest, schema));
      }
    };
    static FieldNamesKnown(fields, schema) {
      let _source32 = fields;
      if (_source32.is_NoFields) {
        return true;
      } else  {
        let _294_key = (_source32).key;
        let _295_value = (_source32).value;
        let _296_others = (_source32).others;
        return (Validator.__default.NamesKnown(_295_value, schema)) && (Validator.__default.FieldNamesKnown(_296_others, schema));
      }
    };
  };
  return $module;
})(); // end of module Validator
let Declarations = (function() {
  let $module = {};





  $module.EntityTypeDeclaration = class EntityTypeDeclaration {
    constructor(tag) { this.$tag = tag; }
    static create_EntityTypeDeclaration(attributes,tags,parents,ids) {
      let $dt = new EntityTypeDeclaration(0);
      $dt.attributes = attributes;
      $dt.tags = tags;
      $dt.parents = parents;
      $dt.ids = ids;
      return $dt;
    }
    get is_EntityTypeDeclaration() { return this.$tag === 0; }
    get dtor_attributes() { return this.attributes; }
    get dtor_tags() { return this.tags; }
    get dtor_parents() { return this.parents; }
    get dtor_ids() { return this.ids; }
    toString() {
      if (this.$tag === 0) {
        return "Declarations.EntityTypeDeclaration.EntityTypeDeclaration" + "(" + _dafny.toString(this.attributes) + ", " + _dafny.toString(this.tags) + ", " + _dafny.toString(this.parents) + ", " + _dafny.toString(this.ids) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.attributes, other.attributes) && _dafny.areEqual(this.tags, other.tags) && _dafny.areEqual(this.parents, other.parents) && _dafny.areEqual(this.ids, other.ids);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Declarations.EntityTypeDeclaration.create_EntityTypeDeclaration(_dafny.Map.Empty, Values.Option.Rtd().Default, _dafny.Set.Empty, Values.Option.Rtd().Default);
        }
      };
    }
  }

  $module.ActionDeclaration = class ActionDeclaration {
    constructor(tag) { this.$tag = tag; }
    static create_ActionDeclaration(principals,resources,context,parents) {
      let $dt = new ActionDeclaration(0);
      $dt.principals = principals;
      $dt.resources = resources;
      $dt.context = context;
      $dt.parents = parents;
      return $dt;
    }
    get is_ActionDeclaration() { return this.$tag === 0; }
    get dtor_principals() { return this.principals; }
    get dtor_resources() { return this.resources; }
    get dtor_context() { return this.context; }
    get dtor_parents() { return this.parents; }
    toString() {
      if (this.$tag === 0) {
        return "Declarations.ActionDeclaration.ActionDeclaration" + "(" + _dafny.toString(this.principals) + ", " + _dafny.toString(this.resources) + ", " + _dafny.toString(this.context) + ", " + _dafny.toString(this.parents) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.principals, other.principals) && _dafny.areEqual(this.resources, other.resources) && _dafny.areEqual(this.context, other.context) && _dafny.areEqual(this.parents, other.parents);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Declarations.ActionDeclaration.create_ActionDeclaration(_dafny.Set.Empty, _dafny.Set.Empty, _dafny.Map.Empty, _dafny.Set.Empty);
        }
      };
    }
  }



  $module.__default = class __default {
    constructor () {
      this._tname = "Declarations._default";
    }
    static SchemaOf(types, actions) {
      let _297_typesAbove = Declarations.__default.TypeHierarchy(types);
      let _298_actionsAbove = Declarations.__default.ActionHierarchy(actions);
      return Schemas.Schema.create_Schema(function () {
  let _coll15 = new _dafny.Map();
  for (const _299_ty of (types).Keys.Elements) {
    if ((types).contains(_299_ty)) {
      _coll15.push([_299_ty,Schemas.EntityType.create_EntityType(((types).get(_299_ty)).dtor_attributes, ((types).get(_299_ty)).dtor_tags, Declarations.__default.TypesAbove(_299_ty, _297_typesAbove), ((types).get(_299_ty)).dtor_ids)]);
    }
  }
  return _coll15;
}(), function () {
  let _coll16 = new _dafny.Map();
  for (const _300_action of (actions).Keys.Elements) {
    if ((actions).contains(_300_action)) {
      _coll16.push([_300_action,Schemas.ActionType.create_ActionType(((actions).get(_300_action)).dtor_principals, ((actions).get(_300_action)).dtor_resources, ((actions).get(_300_action)).dtor_context, Hierarchy.__default.Ancestors(_300_action, _298_actionsAbove))]);
    }
  }
  return _coll16;
}());
    };
    static Stand(ty) {
      return Values.EntityUid.create_EntityUid(ty, "");
    };
    static TypeHierarchy(types) {
      let _301_stands = function () {
        let _coll17 = new _dafny.Set();
        for (const _compr_17 of (types).Keys.Elements) { let _302_ty = _compr_17;
          if ((types).contains(_302_ty)) {
            _coll17.add(Declarations.__default.Stand(_302_ty));
          }
        }
        return _coll17;
      }();
      return function () {
        let _coll18 = new _dafny.Map();
        for (const _303_stand of (_301_stands).Elements) {
          if ((_301_stands).contains(_303_stand)) {
            _coll18.push([_303_stand,Hierarchy.Entity.create_Entity(_dafny.Map.of(), _dafny.Map.of(), function () {
  let _coll19 = new _dafny.Set();
  for (const _compr_18 of (((types).get((_303_stand).dtor_ty)).dtor_parents).Elements) { let _304_ty = _compr_18;
    if (((((types).get((_303_stand).dtor_ty)).dtor_parents).contains(_304_ty)) && ((types).contains(_304_ty))) {
      _coll19.add(Declarations.__default.Stand(_304_ty));
    }
  }
  return _coll19;
}())]);
          }
        }
        return _coll18;
      }();
    };
    static TypesAbove(ty, types) {
      return function () {
        let _coll20 = new _dafny.Set();
        for (const _compr_19 of (Hierarchy.__default.Ancestors(Declarations.__default.Stand(ty), types)).Elements) { let _305_above = _compr_19;
          if ((Hierarchy.__default.Ancestors(Declarations.__default.Stand(ty), types)).contains(_305_above)) {
            _coll20.add((_305_above).dtor_ty);
          }
        }
        return _coll20;
      }();
    };
    static ActionHierarchy(actions) {
      return function () {
        let _coll21 = new _dafny.Map();
        for (const _306_action of (actions).Keys.Elements) {
          if ((actions).contains(_306_action)) {
            _coll21.push([_306_action,Hierarchy.Entity.create_Entity(_dafny.Map.of(), _dafny.Map.of(), function () {
  let _coll22 = new _dafny.Set();
  for (const _compr_20 of (((actions).get(_306_action)).dtor_parents).Elements) { let _307_group = _compr_20;
    if (((((actions).get(_306_action)).dtor_parents).contains(_307_group)) && ((actions).contains(_307_group))) {
      _coll22.add(_307_group);
    }
  }
  return _coll22;
}())]);
          }
        }
        return _coll21;
      }();
    };
    static AreNamedWell(types, actions) {
      return (_dafny.Quantifier((types).Keys.Elements, true, function (_308_ty) {
        return !((types).contains(_308_ty)) || (!(Schemas.__default.IsActionType(_308_ty)));
      })) && (_dafny.Quantifier((actions).Keys.Elements, true, function (_309_action) {
        return !((actions).contains(_309_action)) || (Schemas.__default.IsActionType((_309_action).dtor_ty));
      }));
    };
    static HasNoActionCycle(schema) {
      return _dafny.Quantifier(((schema).dtor_actions).Keys.Elements, true, function (_310_action) {
        return !(((schema).dtor_actions).contains(_310_action)) || (!((((schema).dtor_actions).get(_310_action)).dtor_ancestors).contains(_310_action));
      });
    };
  };
  return $module;
})(); // end of module Declarations
let EntityValidation = (function() {
  let $module = {};





  $module.__default = class __default {
    constructor () {
      this._tname = "EntityValidation._default";
    }
    static IsValidUid(uid, schema) {
      return (Schemas.__default.HasDeclaredId(uid, schema)) && (!(Schemas.__default.IsActionType((uid).dtor_ty)) || (((schema).dtor_actions).contains(uid)));
    };
    static HasValidUids(v, schema) {
      let _source33 = v;
      if (_source33.is_EntityV) {
        let _311_uid = (_source33).uid;
        return EntityValidation.__default.IsValidUid(_311_uid, schema);
      } else if (_source33.is_SetV) {
        let _312_elements = (_source33).elements;
        return _dafny.Quantifier((_312_elements).Elements, true, function (_313_x) {
          return !((_312_elements).contains(_313_x)) || (EntityValidation.__default.HasValidUids(_313_x, schema));
        });
      } else if (_source33.is_RecordV) {
        let _314_fields = (_source33).fields;
        return _dafny.Quantifier((_314_fields).Keys.Elements, true, function (_315_k) {
          return !((_314_fields).contains(_315_k)) || (EntityValidation.__default.HasValidUids((_314_fields).get(_315_k), schema));
        });
      } else if (_source33.is_BoolV) {
        let _316_b = (_source33).b;
        return true;
      } else if (_source33.is_LongV) {
        let _317_i = (_source33).i;
        return true;
      } else if (_source33.is_StringV) {
        let _318_s = (_source33).s;
        return true;
      } else if (_source33.is_DecimalV) {
        let _319_units = (_source33).units;
        return true;
      } else if (_source33.is_IpV) {
        let _320_ip = (_source33).ip;
        return true;
      } else if (_source33.is_DatetimeV) {
        let _321_epoch = (_source33).epoch;
        return true;
      } else  {
        let _322_millis = (_source33).millis;
        return true;
      }
    };
    static IsValidValue(v, t, schema) {
      return (Types.__default.InstanceOf(v, t)) && (EntityValidation.__default.HasValidUids(v, schema));
    };
    static IsValidEntity(uid, entities, schema) {
      if (Schemas.__default.IsActionType((uid).dtor_ty)) {
        return EntityValidation.__default.IsValidAction(uid, entities, schema);
      } else  {
        return ((((schema).dtor_entityTypes).contains((uid).dtor_ty)) && (Schemas.__default.HasDeclaredId(uid, schema))) && (EntityValidation.__default.IsAsDeclared((entities).get(uid), ((schema).dtor_entityTypes).get((uid).dtor_ty), schema));
      }
    };
    static IsAsDeclared(entity, declared, schema) {
      return ((EntityValidation.__default.IsValidValue(Values.Value.create_RecordV((entity).dtor_attributes), Types.Type.create_RecordT((declared).dtor_attributes), schema)) && (_dafny.Quantifier(((entity).dtor_tags).Keys.Elements, true, function (_323_tag) {
        return !(((entity).dtor_tags).contains(_323_tag)) || ((((declared).dtor_tags).is_Some) && (EntityValidation.__default.IsValidValue(((entity).dtor_tags).get(_323_tag), ((declared).dtor_tags).dtor_value, schema)));
      }))) && (_dafny.Quantifier(((entity).dtor_parents).Elements, true, function (_324_parent) {
        return !(((entity).dtor_parents).contains(_324_parent)) || ((((declared).dtor_ancestors).contains((_324_parent).dtor_ty)) && (EntityValidation.__default.IsValidUid(_324_parent, schema)));
      }));
    };
    static IsValidAction(action, entities, schema) {
      return (((((schema).dtor_actions).contains(action)) && ((((entities).get(action)).dtor_attributes).equals(_dafny.Map.of()))) && ((((entities).get(action)).dtor_tags).equals(_dafny.Map.of()))) && ((Hierarchy.__default.Ancestors(action, entities)).equals((((schema).dtor_actions).get(action)).dtor_ancestors));
    };
    static AreValidEntities(entities, schema) {
      return _dafny.Quantifier((entities).Keys.Elements, true, function (_325_uid) {
        return !((entities).contains(_325_uid)) || ((EntityValidation.__default.IsValidEntity(_325_uid, entities, schema)) && (!(Hierarchy.__default.Ancestors(_325_uid, entities)).contains(_325_uid)));
      });
    };
    static WithActions(entities, schema) {
      return function () {
        let _coll23 = new _dafny.Map();
        for (const _326_uid of (((entities).Keys).Union(((schema).dtor_actions).Keys)).Elements) {
          if ((((entities).Keys).Union(((schema).dtor_actions).Keys)).contains(_326_uid)) {
            _coll23.push([_326_uid,((entities).contains(_326_uid)) ? ((entities).get(_326_uid)) : (Hierarchy.Entity.create_Entity(_dafny.Map.of(), _dafny.Map.of(), (((schema).dtor_actions).get(_326_uid)).dtor_ancestors))]);
          }
        }
        return _coll23;
      }();
    };
  };
  return $module;
})(); // end of module EntityValidation
let RequestValidation = (function() {
  let $module = {};






  $module.__default = class __default {
    constructor () {
      this._tname = "RequestValidation._default";
    }
    static IsValidRequest(request, schema) {
      return (((((schema).dtor_actions).contains((request).dtor_action)) && (RequestValidation.__default.IsValidVariable((request).dtor_principal, (((schema).dtor_actions).get((request).dtor_action)).dtor_principals, schema))) && (RequestValidation.__default.IsValidVariable((request).dtor_resource, (((schema).dtor_actions).get((request).dtor_action)).dtor_resources, schema))) && (EntityValidation.__default.IsValidValue(Values.Value.create_RecordV((request).dtor_context), Types.Type.create_RecordT((((schema).dtor_actions).get((request).dtor_action)).dtor_context), schema));
    };
    static IsValidVariable(uid, types, schema) {
      return ((((schema).dtor_entityTypes).contains((uid).dtor_ty)) && ((types).contains((uid).dtor_ty))) && (Schemas.__default.HasDeclaredId(uid, schema));
    };
  };
  return $module;
})(); // end of module RequestValidation
let Levels = (function() {
  let $module = {};









  $module.Distance = class Distance {
    constructor(tag) { this.$tag = tag; }
    static create_Steps(steps) {
      let $dt = new Distance(0);
      $dt.steps = steps;
      return $dt;
    }
    static create_Nowhere() {
      let $dt = new Distance(1);
      return $dt;
    }
    get is_Steps() { return this.$tag === 0; }
    get is_Nowhere() { return this.$tag === 1; }
    get dtor_steps() { return this.steps; }
    toString() {
      if (this.$tag === 0) {
        return "Levels.Distance.Steps" + "(" + _dafny.toString(this.steps) + ")";
      } else if (this.$tag === 1) {
        return "Levels.Distance.Nowhere";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.steps, other.steps);
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Levels.Distance.create_Steps(new BigNumber(0));
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Levels._default";
    }
    static ValidatePolicyAtLevel(p, level, schema) {
      return (Validator.__default.ValidatePolicy(p, schema)) && (Levels.__default.IsAtLevelEverywhere(Policies.__default.Condition(p), level, schema));
    };
    static ValidateTemplateAtLevel(t, level, schema) {
      return (Validator.__default.ValidateTemplate(t, schema)) && (Levels.__default.IsAtLevelEverywhere(Validator.__default.TemplateCondition(t), level, schema));
    };
    static IsAtLevelEverywhere(e, level, schema) {
      return _dafny.Quantifier(((schema).dtor_actions).Keys.Elements, true, function (_327_action) {
        return _dafny.Quantifier(((((schema).dtor_actions).get(_327_action)).dtor_principals).Elements, true, function (_328_principal) {
          return _dafny.Quantifier(((((schema).dtor_actions).get(_327_action)).dtor_resources).Elements, true, function (_329_resource) {
            return !(((((schema).dtor_actions).contains(_327_action)) && (((((schema).dtor_actions).get(_327_action)).dtor_principals).contains(_328_principal))) && (((((schema).dtor_actions).get(_327_action)).dtor_resources).contains(_329_resource))) || (Levels.__default.IsAtLevel(e, level, _dafny.Set.fromElements(), Schemas.__default.EnvironmentFor(_328_principal, _327_action, _329_resource, schema), schema));
          });
        });
      });
    };
    static IsAtLevel(e, level, known, environment, schema) {
      let _source34 = e;
      if (_source34.is_BoolE) {
        let _330_b = (_source34).b;
        return true;
      } else if (_source34.is_LongE) {
        let _331_i = (_source34).i;
        return true;
      } else if (_source34.is_StringE) {
        let _332_s = (_source34).s;
        return true;
      } else if (_source34.is_EntityE) {
        let _333_uid = (_source34).uid;
        return true;
      } else if (_source34.is_VariableE) {
        let _334_variable = (_source34).variable;
        return true;
      } else if (_source34.is_And) {
        let _335_left = (_source34).left;
        let _336_right = (_source34).right;
        let _337_a = TypeChecker.__default.TypeOf(_335_left, known, environment, schema);
        return (Levels.__default.IsAtLevel(_335_left, level, known, environment, schema)) && ((Levels.__default.IsAlways(false, _337_a)) || (Levels.__default.IsAtLevel(_336_right, level, (known).Union(Levels.__default.Shown(_337_a)), environment, schema)));
      } else if (_source34.is_Or) {
        let _338_left = (_source34).left;
        let _339_right = (_source34).right;
        let _340_a = TypeChecker.__default.TypeOf(_338_left, known, environment, schema);
        return (Levels.__default.IsAtLevel(_338_left, level, known, environment, schema)) && ((Levels.__default.IsAlways(true, _340_a)) || (Levels.__default.IsAtLevel(_339_right, level, known, environment, schema)));
      } else if (_source34.is_If) {
        let _341_test = (_source34).test;
        let _342_yes = (_source34).yes;
        let _343_no = (_source34).no;
        let _344_a = TypeChecker.__default.TypeOf(_341_test, known, environment, schema);
        return ((Levels.__default.IsAtLevel(_341_test, level, known, environment, schema)) && ((Levels.__default.IsAlways(false, _344_a)) || (Levels.__default.IsAtLevel(_342_yes, level, (known).Union(Levels.__default.Shown(_344_a)), environment, schema)))) && ((Levels.__default.IsAlways(true, _344_a)) || (Levels.__default.IsAtLevel(_343_no, level, known, environment, schema)));
      } else if (_source34.is_Unary) {
        let _345_op = (_source34).unary;
        let _346_arg = (_source34).arg;
        return Levels.__default.IsAtLevel(_346_arg, level, known, environment, schema);
      } else if (_source34.is_Binary) {
        let _347_op = (_source34).binary;
        let _348_left = (_source34).left;
        let _349_right = (_source34).right;
        return ((Levels.__default.LooksUp(_347_op)) ? (Levels.__default.CanBeLookedUp(_348_left, level, known, environment, schema)) : (Levels.__default.IsAtLevel(_348_left, level, known, environment, schema))) && (Levels.__default.IsAtLevel(_349_right, level, known, environment, schema));
      } else if (_source34.is_LikeE) {
        let _350_arg = (_source34).arg;
        let _351_pattern = (_source34).pattern;
        return Levels.__default.IsAtLevel(_350_arg, level, known, environment, schema);
      } else if (_source34.is_Is) {
        let _352_arg = (_source34).arg;
        let _353_entityType = (_source34).entityType;
        return Levels.__default.IsAtLevel(_352_arg, level, known, environment, schema);
      } else if (_source34.is_HasAttribute) {
        let _354_arg = (_source34).arg;
        let _355_name = (_source34).name;
        return Levels.__default.IsOwnerAtLevel(_354_arg, level, known, environment, schema);
      } else if (_source34.is_GetAttribute) {
        let _356_arg = (_source34).arg;
        let _357_name = (_source34).name;
        return Levels.__default.IsOwnerAtLevel(_356_arg, level, known, environment, schema);
      } else if (_source34.is_SetE) {
        let _358_elements = (_source34).elements;
        return Levels.__default.AreAtLevel(_358_elements, level, known, environment, schema);
      } else if (_source34.is_RecordE) {
        let _359_fields = (_source34).fields;
        return Levels.__default.FieldsAreAtLevel(_359_fields, level, known, environment, schema);
      } else  {
        let _360_fn = (_source34).fn;
        let _361_args = (_source34).args;
        return Levels.__default.AreAtLevel(_361_args, level, known, environment, schema);
      }
    };
    static AreAtLevel(es, level, known, environment, schema) {
      let _source35 = es;
      if (_source35.is_NoExprs) {
        return true;
      } else  {
        let _362_first = (_source35).first;
        let _363_rest = (_source35).rest;
        return (Levels.__default.IsAtLevel(_362_first, level, known, environment, schema)) && (Levels.__default.AreAtLevel(_363_rest, level, known, environment, schema));
      }
    };
    static FieldsAreAtLevel(fields, level, known, environment, schema) {
      let _source36 = fields;
      if (_source36.is_NoFields) {
        return true;
      } else  {
        let _364_key = (_source36).key;
        let _365_value = (_source36).value;
        let _366_others = (_source36).others;
        return (Levels.__default.IsAtLevel(_365_value, level, known, environment, schema)) && (Levels.__default.FieldsAreAtLevel(_366_others, level, known, environment, schema));
      }
    };
    static LooksUp(op) {
      return ((_dafny.areEqual(op, Expressions.BinaryOp.create_In())) || (_dafny.areEqual(op, Expressions.BinaryOp.create_HasTag()))) || (_dafny.areEqual(op, Expressions.BinaryOp.create_GetTag()));
    };
    static IsOwnerAtLevel(e, level, known, environment, schema) {
      let _367_a = TypeChecker.__default.TypeOf(e, known, environment, schema);
      if (((_367_a).is_Typed) && (((_367_a).dtor_ty).is_RecordT)) {
        return Levels.__default.IsAtLevel(e, level, known, environment, schema);
      } else  {
        return Levels.__default.CanBeLookedUp(e, level, known, environment, schema);
      }
    };
    static CanBeLookedUp(e, level, known, environment, schema) {
      let _368_distance = Levels.__default.DistanceOf(e, _dafny.Seq.of(), level, known, environment, schema);
      return ((_368_distance).is_Steps) && (((_368_distance).dtor_steps).isLessThan(level));
    };
    static IsAlways(b, a) {
      return ((a).is_Typed) && (_dafny.areEqual((a).dtor_ty, OperatorTypes.__default.Singleton(b)));
    };
    static Shown(a) {
      if ((a).is_Typed) {
        return (a).dtor_shows;
      } else  {
        return _dafny.Set.fromElements();
      }
    };
    static DistanceOf(e, path, level, known, environment, schema) {
      let _source37 = e;
      if (_source37.is_VariableE) {
        let _369_variable = (_source37).variable;
        return Levels.Distance.create_Steps(new BigNumber(0));
      } else if (_source37.is_EntityE) {
        let _370_uid = (_source37).uid;
        if (_dafny.areEqual(_370_uid, (environment).dtor_action)) {
          return Levels.Distance.create_Steps(new BigNumber(0));
        } else  {
          return Levels.Distance.create_Nowhere();
        }
      } else if (_source37.is_If) {
        let _371_test = (_source37).test;
        let _372_yes = (_source37).yes;
        let _373_no = (_source37).no;
        let _374_a = TypeChecker.__default.TypeOf(_371_test, known, environment, schema);
        if (!(Levels.__default.IsAtLevel(_371_test, level, known, environment, schema))) {
          return Levels.Distance.create_Nowhere();
        } else  {
          if (Levels.__default.IsAlways(true, _374_a)) {
            return Levels.__default.DistanceOf(_372_yes, path, level, (known).Union(Levels.__default.Shown(_374_a)), environment, schema);
          } else  {
            if (Levels.__default.IsAlways(false, _374_a)) {
              return Levels.__default.DistanceOf(_373_no, path, level, known, environment, schema);
            } else  {
              return Levels.__default.Farther(Levels.__default.DistanceOf(_372_yes, path, level, (known).Union(Levels.__default.Shown(_374_a)), environment, schema), Levels.__default.DistanceOf(_373_no, path, level, known, environment, schema));
            }
          }
        }
      } else if (_source37.is_GetAttribute) {
        let _375_arg = (_source37).arg;
        let _376_name = (_source37).name;
        let _377_a = TypeChecker.__default.TypeOf(_375_arg, known, environment, schema);
        if (((_377_a).is_Typed) && (((_377_a).dtor_ty).is_RecordT)) {
          return Levels.__default.DistanceOf(_375_arg, _dafny.Seq.Concat(_dafny.Seq.of(_376_name), path), level, known, environment, schema);
        } else  {
          return Levels.__default.Beyond(Levels.__default.DistanceOf(_375_arg, _dafny.Seq.of(), level, known, environment, schema));
        }
      } else if (_source37.is_Binary) {
        let _378_op = (_source37).binary;
        let _379_left = (_source37).left;
        let _380_right = (_source37).right;
        if ((!_dafny.areEqual(_378_op, Expressions.BinaryOp.create_GetTag())) || (!(Levels.__default.IsAtLevel(_380_right, level, known, environment, schema)))) {
          return Levels.Distance.create_Nowhere();
        } else  {
          return Levels.__default.Beyond(Levels.__default.DistanceOf(_379_left, _dafny.Seq.of(), level, known, environment, schema));
        }
      } else if (_source37.is_RecordE) {
        let _381_fields = (_source37).fields;
        if (_dafny.areEqual(path, _dafny.Seq.of())) {
          return Levels.Distance.create_Nowhere();
        } else  {
          return Levels.__default.DistanceOfField(_381_fields, (path)[new BigNumber(0)], (path).slice(new BigNumber(1)), level, known, environment, schema);
        }
      } else if (_source37.is_BoolE) {
        let _382_b = (_source37).b;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_LongE) {
        let _383_i = (_source37).i;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_StringE) {
        let _384_s = (_source37).s;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_And) {
        let _385_left = (_source37).left;
        let _386_right = (_source37).right;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_Or) {
        let _387_left = (_source37).left;
        let _388_right = (_source37).right;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_Unary) {
        let _389_op = (_source37).unary;
        let _390_arg = (_source37).arg;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_LikeE) {
        let _391_arg = (_source37).arg;
        let _392_pattern = (_source37).pattern;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_Is) {
        let _393_arg = (_source37).arg;
        let _394_entityType = (_source37).entityType;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_HasAttribute) {
        let _395_arg = (_source37).arg;
        let _396_name = (_source37).name;
        return Levels.Distance.create_Nowhere();
      } else if (_source37.is_SetE) {
        let _397_elements = (_source37).elements;
        return Levels.Distance.create_Nowhere();
      } else  {
        let _398_fn = (_source37).fn;
        let _399_args = (_source37).args;
        return Levels.Distance.create_Nowhere();
      }
    };
    static DistanceOfField(fields, name, path, level, known, environment, schema) {
      let _source38 = fields;
      if (_source38.is_NoFields) {
        return Levels.Distance.create_Steps(new BigNumber(0));
      } else  {
        let _400_key = (_source38).key;
        let _401_value = (_source38).value;
        let _402_others = (_source38).others;
        let _403_rest = Levels.__default.DistanceOfField(_402_others, name, path, level, known, environment, schema);
        if (_dafny.areEqual(_400_key, name)) {
          return Levels.__default.Farther(Levels.__default.DistanceOf(_401_value, path, level, known, environment, schema), _403_rest);
        } else  {
          if (Levels.__default.IsAtLevel(_401_value, level, known, environment, schema)) {
            return _403_rest;
          } else  {
            return Levels.Distance.create_Nowhere();
          }
        }
      }
    };
    static Beyond(distance) {
      if ((distance).is_Steps) {
        return Levels.Distance.create_Steps(((distance).dtor_steps).plus(new BigNumber(1)));
      } else  {
        return Levels.Distance.create_Nowhere();
      }
    };
    static Farther(a, b) {
      if (((a).is_Nowhere) || ((b).is_Nowhere)) {
        return Levels.Distance.create_Nowhere();
      } else  {
        if (((a).dtor_steps).isLessThan((b).dtor_steps)) {
          return b;
        } else  {
          return a;
        }
      }
    };
  };
  return $module;
})(); // end of module Levels
let Slices = (function() {
  let $module = {};




  $module.__default = class __default {
    constructor () {
      this._tname = "Slices._default";
    }
    static UidsIn(v) {
      let _source39 = v;
      if (_source39.is_EntityV) {
        let _404_uid = (_source39).uid;
        return _dafny.Set.fromElements(_404_uid);
      } else if (_source39.is_SetV) {
        let _405_elements = (_source39).elements;
        return function () {
          let _coll24 = new _dafny.Set();
          for (const _compr_21 of (_405_elements).Elements) { let _406_x = _compr_21;
            for (const _compr_22 of (Slices.__default.UidsIn(_406_x)).Elements) { let _407_uid = _compr_22;
              if (((_405_elements).contains(_406_x)) && ((Slices.__default.UidsIn(_406_x)).contains(_407_uid))) {
                _coll24.add(_407_uid);
              }
            }
          }
          return _coll24;
        }();
      } else if (_source39.is_RecordV) {
        let _408_fields = (_source39).fields;
        return function () {
          let _coll25 = new _dafny.Set();
          for (const _compr_23 of (_408_fields).Keys.Elements) { let _409_k = _compr_23;
            for (const _compr_24 of (Slices.__default.UidsIn((_408_fields).get(_409_k))).Elements) { let _410_uid = _compr_24;
              if (((_408_fields).contains(_409_k)) && ((Slices.__default.UidsIn((_408_fields).get(_409_k))).contains(_410_uid))) {
                _coll25.add(_410_uid);
              }
            }
          }
          return _coll25;
        }();
      } else if (_source39.is_BoolV) {
        let _411_b = (_source39).b;
        return _dafny.Set.fromElements();
      } else if (_source39.is_LongV) {
        let _412_i = (_source39).i;
        return _dafny.Set.fromElements();
      } else if (_source39.is_StringV) {
        let _413_s = (_source39).s;
        return _dafny.Set.fromElements();
      } else if (_source39.is_DecimalV) {
        let _414_units = (_source39).units;
        return _dafny.Set.fromElements();
      } else if (_source39.is_IpV) {
        let _415_ip = (_source39).ip;
        return _dafny.Set.fromElements();
      } else if (_source39.is_DatetimeV) {
        let _416_epoch = (_source39).epoch;
        return _dafny.Set.fromElements();
      } else  {
        let _417_millis = (_source39).millis;
        return _dafny.Set.fromElements();
      }
    };
    static UidsInRequest(request) {
      return (_dafny.Set.fromElements((request).dtor_principal, (request).dtor_action, (request).dtor_resource)).Union(Slices.__default.UidsIn(Values.Value.create_RecordV((request).dtor_context)));
    };
    static UidsOf(uid, entities) {
      if ((entities).contains(uid)) {
        return (Slices.__default.UidsIn(Values.Value.create_RecordV(((entities).get(uid)).dtor_attributes))).Union(Slices.__default.UidsIn(Values.Value.create_RecordV(((entities).get(uid)).dtor_tags)));
      } else  {
        return _dafny.Set.fromElements();
      }
    };
    static WithinReach(env, steps) {
      if ((steps).isEqualTo(new BigNumber(0))) {
        return Slices.__default.UidsInRequest((env).dtor_request);
      } else  {
        let _418_near = Slices.__default.WithinReach(env, (steps).minus(new BigNumber(1)));
        return (_418_near).Union(function () {
          let _coll26 = new _dafny.Set();
          for (const _compr_25 of (_418_near).Elements) { let _419_uid = _compr_25;
            for (const _compr_26 of (Slices.__default.UidsOf(_419_uid, (env).dtor_entities)).Elements) { let _420_other = _compr_26;
              if (((_418_near).contains(_419_uid)) && ((Slices.__default.UidsOf(_419_uid, (env).dtor_entities)).contains(_420_other))) {
                _coll26.add(_420_other);
              }
            }
          }
          return _coll26;
        }());
      }
    };
    static Slice(env, level) {
      if ((level).isEqualTo(new BigNumber(0))) {
        return Evaluator.Env.create_Env((env).dtor_request, _dafny.Map.of());
      } else  {
        let _421_near = Slices.__default.WithinReach(env, (level).minus(new BigNumber(1)));
        return Evaluator.Env.create_Env((env).dtor_request, function () {
  let _coll27 = new _dafny.Map();
  for (const _422_uid of ((env).dtor_entities).Keys.Elements) {
    if ((((env).dtor_entities).contains(_422_uid)) && ((_421_near).contains(_422_uid))) {
      _coll27.push([_422_uid,Hierarchy.Entity.create_Entity((((env).dtor_entities).get(_422_uid)).dtor_attributes, (((env).dtor_entities).get(_422_uid)).dtor_tags, Hierarchy.__default.Ancestors(_422_uid, (env).dtor_entities))]);
    }
  }
  return _coll27;
}());
      }
    };
  };
  return $module;
})(); // end of module Slices
let Residuals = (function() {
  let $module = {};







  $module.Residual = class Residual {
    constructor(tag) { this.$tag = tag; }
    static create_ValueR(value) {
      let $dt = new Residual(0);
      $dt.value = value;
      return $dt;
    }
    static create_ErrorR(error) {
      let $dt = new Residual(1);
      $dt.error = error;
      return $dt;
    }
    static create_VariableR(variable) {
      let $dt = new Residual(2);
      $dt.variable = variable;
      return $dt;
    }
    static create_AndR(left,right) {
      let $dt = new Residual(3);
      $dt.left = left;
      $dt.right = right;
      return $dt;
    }
    static create_OrR(left,right) {
      let $dt = new Residual(4);
      $dt.left = left;
      $dt.right = right;
      return $dt;
    }
    static create_IfR(test,yes,no) {
      let $dt = new Residual(5);
      $dt.test = test;
      $dt.yes = yes;
      $dt.no = no;
      return $dt;
    }
    static create_UnaryR(unary,arg) {
      let $dt = new Residual(6);
      $dt.unary = unary;
      $dt.arg = arg;
      return $dt;
    }
    static create_BinaryR(binary,left,right) {
      let $dt = new Residual(7);
      $dt.binary = binary;
      $dt.left = left;
      $dt.right = right;
      return $dt;
    }
    static create_LikeR(arg,pattern) {
      let $dt = new Residual(8);
      $dt.arg = arg;
      $dt.pattern = pattern;
      return $dt;
    }
    static create_IsR(arg,entityType) {
      let $dt = new Residual(9);
      $dt.arg = arg;
      $dt.entityType = entityType;
      return $dt;
    }
    static create_HasR(arg,name) {
      let $dt = new Residual(10);
      $dt.arg = arg;
      $dt.name = name;
      return $dt;
    }
    static create_GetR(arg,name) {
      let $dt = new Residual(11);
      $dt.arg = arg;
      $dt.name = name;
      return $dt;
    }
    static create_SetR(elements) {
      let $dt = new Residual(12);
      $dt.elements = elements;
      return $dt;
    }
    static create_RecordR(fields) {
      let $dt = new Residual(13);
      $dt.fields = fields;
      return $dt;
    }
    static create_CallR(fn,args) {
      let $dt = new Residual(14);
      $dt.fn = fn;
      $dt.args = args;
      return $dt;
    }
    get is_ValueR() { return this.$tag === 0; }
    get is_ErrorR() { return this.$tag === 1; }
    get is_VariableR() { return this.$tag === 2; }
    get is_AndR() { return this.$tag === 3; }
    get is_OrR() { return this.$tag === 4; }
    get is_IfR() { return this.$tag === 5; }
    get is_UnaryR() { return this.$tag === 6; }
    get is_BinaryR() { return this.$tag === 7; }
    get is_LikeR() { return this.$tag === 8; }
    get is_IsR() { return this.$tag === 9; }
    get is_HasR() { return this.$tag === 10; }
    get is_GetR() { return this.$tag === 11; }
    get is_SetR() { return this.$tag === 12; }
    get is_RecordR() { return this.$tag === 13; }
    get is_CallR() { return this.$tag === 14; }
    get dtor_value() { return this.value; }
    get dtor_error() { return this.error; }
    get dtor_variable() { return this.variable; }
    get dtor_left() { return this.left; }
    get dtor_right() { return this.right; }
    get dtor_test() { return this.test; }
    get dtor_yes() { return this.yes; }
    get dtor_no() { return this.no; }
    get dtor_unary() { return this.unary; }
    get dtor_arg() { return this.arg; }
    get dtor_binary() { return this.binary; }
    get dtor_pattern() { return this.pattern; }
    get dtor_entityType() { return this.entityType; }
    get dtor_name() { return this.name; }
    get dtor_elements() { return this.elements; }
    get dtor_fields() { return this.fields; }
    get dtor_fn() { return this.fn; }
    get dtor_args() { return this.args; }
    toString() {
      if (this.$tag === 0) {
        return "Residuals.Residual.ValueR" + "(" + _dafny.toString(this.value) + ")";
      } else if (this.$tag === 1) {
        return "Residuals.Residual.ErrorR" + "(" + _dafny.toString(this.error) + ")";
      } else if (this.$tag === 2) {
        return "Residuals.Residual.VariableR" + "(" + _dafny.toString(this.variable) + ")";
      } else if (this.$tag === 3) {
        return "Residuals.Residual.AndR" + "(" + _dafny.toString(this.left) + ", " + _dafny.toString(this.right) + ")";
      } else if (this.$tag === 4) {
        return "Residuals.Residual.OrR" + "(" + _dafny.toString(this.left) + ", " + _dafny.toString(this.right) + ")";
      } else if (this.$tag === 5) {
        return "Residuals.Residual.IfR" + "(" + _dafny.toString(this.test) + ", " + _dafny.toString(this.yes) + ", " + _dafny.toString(this.no) + ")";
      } else if (this.$tag === 6) {
        return "Residuals.Residual.UnaryR" + "(" + _dafny.toString(this.unary) + ", " + _dafny.toString(this.arg) + ")";
      } else if (this.$tag === 7) {
        return "Residuals.Residual.BinaryR" + "(" + _dafny.toString(this.binary) + ", " + _dafny.toString(this.left) + ", " + _dafny.toString(this.right) + ")";
      } else if (this.$tag === 8) {
        return "Residuals.Residual.LikeR" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.pattern) + ")";
      } else if (this.$tag === 9) {
        return "Residuals.Residual.IsR" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.entityType) + ")";
      } else if (this.$tag === 10) {
        return "Residuals.Residual.HasR" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.name) + ")";
      } else if (this.$tag === 11) {
        return "Residuals.Residual.GetR" + "(" + _dafny.toString(this.arg) + ", " + _dafny.toString(this.name) + ")";
      } else if (this.$tag === 12) {
        return "Residuals.Residual.SetR" + "(" + _dafny.toString(this.elements) + ")";
      } else if (this.$tag === 13) {
        return "Residuals.Residual.RecordR" + "(" + _dafny.toString(this.fields) + ")";
      } else if (this.$tag === 14) {
        return "Residuals.Residual.CallR" + "(" + _dafny.toString(this.fn) + ", " + _dafny.toString(this.args) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.value, other.value);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.error, other.error);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && _dafny.areEqual(this.variable, other.variable);
      } else if (this.$tag === 3) {
        return other.$tag === 3 && _dafny.areEqual(this.left, other.left) && _dafny.areEqual(this.right, other.right);
      } else if (this.$tag === 4) {
        return other.$tag === 4 && _dafny.areEqual(this.left, other.left) && _dafny.areEqual(this.right, other.right);
      } else if (this.$tag === 5) {
        return other.$tag === 5 && _dafny.areEqual(this.test, other.test) && _dafny.areEqual(this.yes, other.yes) && _dafny.areEqual(this.no, other.no);
      } else if (this.$tag === 6) {
        return other.$tag === 6 && _dafny.areEqual(this.unary, other.unary) && _dafny.areEqual(this.arg, other.arg);
      } else if (this.$tag === 7) {
        return other.$tag === 7 && _dafny.areEqual(this.binary, other.binary) && _dafny.areEqual(this.left, other.left) && _dafny.areEqual(this.right, other.right);
      } else if (this.$tag === 8) {
        return other.$tag === 8 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.pattern, other.pattern);
      } else if (this.$tag === 9) {
        return other.$tag === 9 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.entityType, other.entityType);
      } else if (this.$tag === 10) {
        return other.$tag === 10 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.name, other.name);
      } else if (this.$tag === 11) {
        return other.$tag === 11 && _dafny.areEqual(this.arg, other.arg) && _dafny.areEqual(this.name, other.name);
      } else if (this.$tag === 12) {
        return other.$tag === 12 && _dafny.areEqual(this.elements, other.elements);
      } else if (this.$tag === 13) {
        return other.$tag === 13 && _dafny.areEqual(this.fields, other.fields);
      } else if (this.$tag === 14) {
        return other.$tag === 14 && _dafny.areEqual(this.fn, other.fn) && _dafny.areEqual(this.args, other.args);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Residuals.Residual.create_ValueR(Values.Value.Rtd().Default);
        }
      };
    }
  }

  $module.ResidualList = class ResidualList {
    constructor(tag) { this.$tag = tag; }
    static create_NoResiduals() {
      let $dt = new ResidualList(0);
      return $dt;
    }
    static create_MoreResiduals(first,rest) {
      let $dt = new ResidualList(1);
      $dt.first = first;
      $dt.rest = rest;
      return $dt;
    }
    get is_NoResiduals() { return this.$tag === 0; }
    get is_MoreResiduals() { return this.$tag === 1; }
    get dtor_first() { return this.first; }
    get dtor_rest() { return this.rest; }
    toString() {
      if (this.$tag === 0) {
        return "Residuals.ResidualList.NoResiduals";
      } else if (this.$tag === 1) {
        return "Residuals.ResidualList.MoreResiduals" + "(" + _dafny.toString(this.first) + ", " + _dafny.toString(this.rest) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.first, other.first) && _dafny.areEqual(this.rest, other.rest);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Residuals.ResidualList.create_NoResiduals();
        }
      };
    }
  }

  $module.ResidualFields = class ResidualFields {
    constructor(tag) { this.$tag = tag; }
    static create_NoResidualFields() {
      let $dt = new ResidualFields(0);
      return $dt;
    }
    static create_MoreResidualFields(key,field,others) {
      let $dt = new ResidualFields(1);
      $dt.key = key;
      $dt.field = field;
      $dt.others = others;
      return $dt;
    }
    get is_NoResidualFields() { return this.$tag === 0; }
    get is_MoreResidualFields() { return this.$tag === 1; }
    get dtor_key() { return this.key; }
    get dtor_field() { return this.field; }
    get dtor_others() { return this.others; }
    toString() {
      if (this.$tag === 0) {
        return "Residuals.ResidualFields.NoResidualFields";
      } else if (this.$tag === 1) {
        return "Residuals.ResidualFields.MoreResidualFields" + "(" + _dafny.toString(this.key) + ", " + _dafny.toString(this.field) + ", " + _dafny.toString(this.others) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.key, other.key) && _dafny.areEqual(this.field, other.field) && _dafny.areEqual(this.others, other.others);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return Residuals.ResidualFields.create_NoResidualFields();
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "Residuals._default";
    }
    static ResidualOf(e) {
      let _source40 = e;
      if (_source40.is_BoolE) {
        let _423_b = (_source40).b;
        return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(_423_b));
      } else if (_source40.is_LongE) {
        let _424_i = (_source40).i;
        return Residuals.Residual.create_ValueR(Values.Value.create_LongV(_424_i));
      } else if (_source40.is_StringE) {
        let _425_s = (_source40).s;
        return Residuals.Residual.create_ValueR(Values.Value.create_StringV(_425_s));
      } else if (_source40.is_EntityE) {
        let _426_uid = (_source40).uid;
        return Residuals.Residual.create_ValueR(Values.Value.create_EntityV(_426_uid));
      } else if (_source40.is_VariableE) {
        let _427_variable = (_source40).variable;
        return Residuals.Residual.create_VariableR(_427_variable);
      } else if (_source40.is_And) {
        let _428_left = (_source40).left;
        let _429_right = (_source40).right;
        return Residuals.Residual.create_AndR(Residuals.__default.ResidualOf(_428_left), Residuals.__default.ResidualOf(_429_right));
      } else if (_source40.is_Or) {
        let _430_left = (_source40).left;
        let _431_right = (_source40).right;
        return Residuals.Residual.create_OrR(Residuals.__default.ResidualOf(_430_left), Residuals.__default.ResidualOf(_431_right));
      } else if (_source40.is_If) {
        let _432_test = (_source40).test;
        let _433_yes = (_source40).yes;
        let _434_no = (_source40).no;
        return Residuals.Residual.create_IfR(Residuals.__default.ResidualOf(_432_test), Residuals.__default.ResidualOf(_433_yes), Residuals.__default.ResidualOf(_434_no));
      } else if (_source40.is_Unary) {
        let _435_op = (_source40).unary;
        let _436_arg = (_source40).arg;
        return Residuals.Residual.create_UnaryR(_435_op, Residuals.__default.ResidualOf(_436_arg));
      } else if (_source40.is_Binary) {
        let _437_op = (_source40).binary;
        let _438_left = (_source40).left;
        let _439_right = (_source40).right;
        return Residuals.Residual.create_BinaryR(_437_op, Residuals.__default.ResidualOf(_438_left), Residuals.__default.ResidualOf(_439_right));
      } else if (_source40.is_LikeE) {
        let _440_arg = (_source40).arg;
        let _441_pattern = (_source40).pattern;
        return Residuals.Residual.create_LikeR(Residuals.__default.ResidualOf(_440_arg), _441_pattern);
      } else if (_source40.is_Is) {
        let _442_arg = (_source40).arg;
        let _443_entityType = (_source40).entityType;
        return Residuals.Residual.create_IsR(Residuals.__default.ResidualOf(_442_arg), _443_entityType);
      } else if (_source40.is_HasAttribute) {
        let _444_arg = (_source40).arg;
        let _445_name = (_source40).name;
        return Residuals.Residual.create_HasR(Residuals.__default.ResidualOf(_444_arg), _445_name);
      } else if (_source40.is_GetAttribute) {
        let _446_arg = (_source40).arg;
        let _447_name = (_source40).name;
        return Residuals.Residual.create_GetR(Residuals.__default.ResidualOf(_446_arg), _447_name);
      } else if (_source40.is_SetE) {
        let _448_elements = (_source40).elements;
        return Residuals.Residual.create_SetR(Residuals.__default.ResidualsOf(_448_elements));
      } else if (_source40.is_RecordE) {
        let _449_fields = (_source40).fields;
        return Residuals.Residual.create_RecordR(Residuals.__default.ResidualFieldsOf(_449_fields));
      } else  {
        let _450_fn = (_source40).fn;
        let _451_args = (_source40).args;
        return Residuals.Residual.create_CallR(_450_fn, Residuals.__default.ResidualsOf(_451_args));
      }
    };
    static ResidualsOf(es) {
      let _source41 = es;
      if (_source41.is_NoExprs) {
        return Residuals.ResidualList.create_NoResiduals();
      } else  {
        let _452_first = (_source41).first;
        let _453_rest = (_source41).rest;
        return Residuals.ResidualList.create_MoreResiduals(Residuals.__default.ResidualOf(_452_first), Residuals.__default.ResidualsOf(_453_rest));
      }
    };
    static ResidualFieldsOf(fields) {
      let _source42 = fields;
      if (_source42.is_NoFields) {
        return Residuals.ResidualFields.create_NoResidualFields();
      } else  {
        let _454_key = (_source42).key;
        let _455_value = (_source42).value;
        let _456_others = (_source42).others;
        return Residuals.ResidualFields.create_MoreResidualFields(_454_key, Residuals.__default.ResidualOf(_455_value), Residuals.__default.ResidualFieldsOf(_456_others));
      }
    };
    static Finish(r, env) {
      let _source43 = r;
      if (_source43.is_ValueR) {
        let _457_value = (_source43).value;
        return Values.Result.create_Ok(_457_value);
      } else if (_source43.is_ErrorR) {
        let _458_error = (_source43).error;
        return Values.Result.create_Err(_458_error);
      } else if (_source43.is_VariableR) {
        let _459_variable = (_source43).variable;
        return Evaluator.__default.ValueOf(_459_variable, (env).dtor_request);
      } else if (_source43.is_AndR) {
        let _460_left = (_source43).left;
        let _461_right = (_source43).right;
        let _462_a = Evaluator.__default.AsBool(Residuals.__default.Finish(_460_left, env));
        if (_dafny.areEqual(_462_a, Values.Result.create_Ok(Values.Value.create_BoolV(true)))) {
          return Evaluator.__default.AsBool(Residuals.__default.Finish(_461_right, env));
        } else  {
          return _462_a;
        }
      } else if (_source43.is_OrR) {
        let _463_left = (_source43).left;
        let _464_right = (_source43).right;
        let _465_a = Evaluator.__default.AsBool(Residuals.__default.Finish(_463_left, env));
        if (_dafny.areEqual(_465_a, Values.Result.create_Ok(Values.Value.create_BoolV(false)))) {
          return Evaluator.__default.AsBool(Residuals.__default.Finish(_464_right, env));
        } else  {
          return _465_a;
        }
      } else if (_source43.is_IfR) {
        let _466_test = (_source43).test;
        let _467_yes = (_source43).yes;
        let _468_no = (_source43).no;
        let _469_a = Evaluator.__default.AsBool(Residuals.__default.Finish(_466_test, env));
        if ((_469_a).is_Err) {
          return _469_a;
        } else  {
          if (((_469_a).dtor_value).dtor_b) {
            return Residuals.__default.Finish(_467_yes, env);
          } else  {
            return Residuals.__default.Finish(_468_no, env);
          }
        }
      } else if (_source43.is_UnaryR) {
        let _470_op = (_source43).unary;
        let _471_arg = (_source43).arg;
        let _472_a = Residuals.__default.Finish(_471_arg, env);
        if ((_472_a).is_Err) {
          return _472_a;
        } else  {
          return Evaluator.__default.ApplyUnary(_470_op, (_472_a).dtor_value);
        }
      } else if (_source43.is_BinaryR) {
        let _473_op = (_source43).binary;
        let _474_left = (_source43).left;
        let _475_right = (_source43).right;
        let _476_a = Residuals.__default.Finish(_474_left, env);
        if ((_476_a).is_Err) {
          return _476_a;
        } else  {
          let _477_b = Residuals.__default.Finish(_475_right, env);
          if ((_477_b).is_Err) {
            return _477_b;
          } else  {
            return Evaluator.__default.ApplyBinary(_473_op, (_476_a).dtor_value, (_477_b).dtor_value, (env).dtor_entities);
          }
        }
      } else if (_source43.is_LikeR) {
        let _478_arg = (_source43).arg;
        let _479_pattern = (_source43).pattern;
        let _480_a = Residuals.__default.Finish(_478_arg, env);
        if ((_480_a).is_Err) {
          return _480_a;
        } else  {
          if (((_480_a).dtor_value).is_StringV) {
            return Values.Result.create_Ok(Values.Value.create_BoolV(Patterns.__default.Like(((_480_a).dtor_value).dtor_s, _479_pattern)));
          } else  {
            return Values.Result.create_Err(Values.Error.create_TypeError());
          }
        }
      } else if (_source43.is_IsR) {
        let _481_arg = (_source43).arg;
        let _482_entityType = (_source43).entityType;
        let _483_a = Residuals.__default.Finish(_481_arg, env);
        if ((_483_a).is_Err) {
          return _483_a;
        } else  {
          if (((_483_a).dtor_value).is_EntityV) {
            return Values.Result.create_Ok(Values.Value.create_BoolV(_dafny.areEqual((((_483_a).dtor_value).dtor_uid).dtor_ty, _482_entityType)));
          } else  {
            return Values.Result.create_Err(Values.Error.create_TypeError());
          }
        }
      } else if (_source43.is_HasR) {
        let _484_arg = (_source43).arg;
        let _485_name = (_source43).name;
        let _486_a = Residuals.__default.Finish(_484_arg, env);
        if ((_486_a).is_Err) {
          return _486_a;
        } else  {
          return Evaluator.__default.Has((_486_a).dtor_value, _485_name, (env).dtor_entities);
        }
      } else if (_source43.is_GetR) {
        let _487_arg = (_source43).arg;
        let _488_name = (_source43).name;
        let _489_a = Residuals.__default.Finish(_487_arg, env);
        if ((_489_a).is_Err) {
          return _489_a;
        } else  {
          return Evaluator.__default.Get((_489_a).dtor_value, _488_name, (env).dtor_entities);
        }
      } else if (_source43.is_SetR) {
        let _490_elements = (_source43).elements;
        let _491_all = Residuals.__default.FinishAll(_490_elements, env);
        if ((_491_all).is_ErrAny) {
          return Values.Result.create_Err((_491_all).dtor_error);
        } else  {
          return Values.Result.create_Ok(Values.Value.create_SetV(function () {
  let _coll28 = new _dafny.Set();
  for (const _compr_27 of ((_491_all).dtor_values).Elements) { let _492_v = _compr_27;
    if (_dafny.Seq.contains((_491_all).dtor_values, _492_v)) {
      _coll28.add(_492_v);
    }
  }
  return _coll28;
}()));
        }
      } else if (_source43.is_RecordR) {
        let _493_fields = (_source43).fields;
        return Residuals.__default.FinishFields(_493_fields, _dafny.Map.of(), env);
      } else  {
        let _494_fn = (_source43).fn;
        let _495_args = (_source43).args;
        let _496_all = Residuals.__default.FinishAll(_495_args, env);
        if ((_496_all).is_ErrAny) {
          return Values.Result.create_Err((_496_all).dtor_error);
        } else  {
          return Extensions.__default.CallExtension(_494_fn, (_496_all).dtor_values);
        }
      }
    };
    static FinishAll(rs, env) {
      let _source44 = rs;
      if (_source44.is_NoResiduals) {
        return Values.Results.create_OkAll(_dafny.Seq.of());
      } else  {
        let _497_first = (_source44).first;
        let _498_rest = (_source44).rest;
        let _499_a = Residuals.__default.Finish(_497_first, env);
        if ((_499_a).is_Err) {
          return Values.Results.create_ErrAny((_499_a).dtor_error);
        } else  {
          let _500_b = Residuals.__default.FinishAll(_498_rest, env);
          if ((_500_b).is_ErrAny) {
            return _500_b;
          } else  {
            return Values.Results.create_OkAll(_dafny.Seq.Concat(_dafny.Seq.of((_499_a).dtor_value), (_500_b).dtor_values));
          }
        }
      }
    };
    static FinishFields(fields, before, env) {
      let _source45 = fields;
      if (_source45.is_NoResidualFields) {
        return Values.Result.create_Ok(Values.Value.create_RecordV(before));
      } else  {
        let _501_key = (_source45).key;
        let _502_field = (_source45).field;
        let _503_others = (_source45).others;
        let _504_a = Residuals.__default.Finish(_502_field, env);
        if ((_504_a).is_Err) {
          return _504_a;
        } else  {
          return Residuals.__default.FinishFields(_503_others, (before).update(_501_key, (_504_a).dtor_value), env);
        }
      }
    };
    static MustFail(r) {
      let _source46 = r;
      if (_source46.is_ValueR) {
        let _505_value = (_source46).value;
        return false;
      } else if (_source46.is_ErrorR) {
        let _506_error = (_source46).error;
        return true;
      } else if (_source46.is_VariableR) {
        let _507_variable = (_source46).variable;
        return false;
      } else if (_source46.is_AndR) {
        let _508_left = (_source46).left;
        let _509_right = (_source46).right;
        return (Residuals.__default.MustFail(_508_left)) || ((_dafny.areEqual(_508_left, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true)))) && (Residuals.__default.MustFail(_509_right)));
      } else if (_source46.is_OrR) {
        let _510_left = (_source46).left;
        let _511_right = (_source46).right;
        return (Residuals.__default.MustFail(_510_left)) || ((_dafny.areEqual(_510_left, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false)))) && (Residuals.__default.MustFail(_511_right)));
      } else if (_source46.is_IfR) {
        let _512_test = (_source46).test;
        let _513_yes = (_source46).yes;
        let _514_no = (_source46).no;
        return (Residuals.__default.MustFail(_512_test)) || ((Residuals.__default.MustFail(_513_yes)) && (Residuals.__default.MustFail(_514_no)));
      } else if (_source46.is_UnaryR) {
        let _515_op = (_source46).unary;
        let _516_arg = (_source46).arg;
        return Residuals.__default.MustFail(_516_arg);
      } else if (_source46.is_BinaryR) {
        let _517_op = (_source46).binary;
        let _518_left = (_source46).left;
        let _519_right = (_source46).right;
        return (Residuals.__default.MustFail(_518_left)) || (Residuals.__default.MustFail(_519_right));
      } else if (_source46.is_LikeR) {
        let _520_arg = (_source46).arg;
        let _521_pattern = (_source46).pattern;
        return Residuals.__default.MustFail(_520_arg);
      } else if (_source46.is_IsR) {
        let _522_arg = (_source46).arg;
        let _523_entityType = (_source46).entityType;
        return Residuals.__default.MustFail(_522_arg);
      } else if (_source46.is_HasR) {
        let _524_arg = (_source46).arg;
        let _525_name = (_source46).name;
        return Residuals.__default.MustFail(_524_arg);
      } else if (_source46.is_GetR) {
        let _526_arg = (_source46).arg;
        let _527_name = (_source46).name;
        return Residuals.__default.MustFail(_526_arg);
      } else if (_source46.is_SetR) {
        let _528_elements = (_source46).elements;
        return Residuals.__default.SomeMustFail(_528_elements);
      } else if (_source46.is_RecordR) {
        let _529_fields = (_source46).fields;
        return Residuals.__default.SomeFieldMustFail(_529_fields);
      } else  {
        let _530_fn = (_source46).fn;
        let _531_args = (_source46).args;
        return Residuals.__default.SomeMustFail(_531_args);
      }
    };
    static SomeMustFail(rs) {
      let _source47 = rs;
      if (_source47.is_NoResiduals) {
        return false;
      } else  {
        let _532_first = (_source47).first;
        let _533_rest = (_source47).rest;
        return (Residuals.__default.MustFail(_532_first)) || (Residuals.__default.SomeMustFail(_533_rest));
      }
    };
    static SomeFieldMustFail(fields) {
      let _source48 = fields;
      if (_source48.is_NoResidualFields) {
        return false;
      } else  {
        let _534_key = (_source48).key;
        let _535_field = (_source48).field;
        let _536_others = (_source48).others;
        return (Residuals.__default.MustFail(_535_field)) || (Residuals.__default.SomeFieldMustFail(_536_others));
      }
    };
  };
  return $module;
})(); // end of module Residuals
let PartialData = (function() {
  let $module = {};







  $module.PartialValue = class PartialValue {
    constructor(tag) { this.$tag = tag; }
    static create_Exactly(value) {
      let $dt = new PartialValue(0);
      $dt.value = value;
      return $dt;
    }
    static create_SomeEntity(entityType) {
      let $dt = new PartialValue(1);
      $dt.entityType = entityType;
      return $dt;
    }
    static create_SomeRecord(fields,closed) {
      let $dt = new PartialValue(2);
      $dt.fields = fields;
      $dt.closed = closed;
      return $dt;
    }
    static create_Anything() {
      let $dt = new PartialValue(3);
      return $dt;
    }
    get is_Exactly() { return this.$tag === 0; }
    get is_SomeEntity() { return this.$tag === 1; }
    get is_SomeRecord() { return this.$tag === 2; }
    get is_Anything() { return this.$tag === 3; }
    get dtor_value() { return this.value; }
    get dtor_entityType() { return this.entityType; }
    get dtor_fields() { return this.fields; }
    get dtor_closed() { return this.closed; }
    toString() {
      if (this.$tag === 0) {
        return "PartialData.PartialValue.Exactly" + "(" + _dafny.toString(this.value) + ")";
      } else if (this.$tag === 1) {
        return "PartialData.PartialValue.SomeEntity" + "(" + _dafny.toString(this.entityType) + ")";
      } else if (this.$tag === 2) {
        return "PartialData.PartialValue.SomeRecord" + "(" + _dafny.toString(this.fields) + ", " + _dafny.toString(this.closed) + ")";
      } else if (this.$tag === 3) {
        return "PartialData.PartialValue.Anything";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.value, other.value);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.entityType, other.entityType);
      } else if (this.$tag === 2) {
        return other.$tag === 2 && _dafny.areEqual(this.fields, other.fields) && this.closed === other.closed;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialData.PartialValue.create_Exactly(Values.Value.Rtd().Default);
        }
      };
    }
  }

  $module.PartialRequest = class PartialRequest {
    constructor(tag) { this.$tag = tag; }
    static create_PartialRequest(principal,action,resource,context) {
      let $dt = new PartialRequest(0);
      $dt.principal = principal;
      $dt.action = action;
      $dt.resource = resource;
      $dt.context = context;
      return $dt;
    }
    get is_PartialRequest() { return this.$tag === 0; }
    get dtor_principal() { return this.principal; }
    get dtor_action() { return this.action; }
    get dtor_resource() { return this.resource; }
    get dtor_context() { return this.context; }
    toString() {
      if (this.$tag === 0) {
        return "PartialData.PartialRequest.PartialRequest" + "(" + _dafny.toString(this.principal) + ", " + _dafny.toString(this.action) + ", " + _dafny.toString(this.resource) + ", " + _dafny.toString(this.context) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.principal, other.principal) && _dafny.areEqual(this.action, other.action) && _dafny.areEqual(this.resource, other.resource) && _dafny.areEqual(this.context, other.context);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialData.PartialRequest.create_PartialRequest(PartialData.PartialValue.Rtd().Default, PartialData.PartialValue.Rtd().Default, PartialData.PartialValue.Rtd().Default, PartialData.PartialValue.Rtd().Default);
        }
      };
    }
  }

  $module.PartialEntity = class PartialEntity {
    constructor(tag) { this.$tag = tag; }
    static create_PartialEntity(attributes,tags,ancestors) {
      let $dt = new PartialEntity(0);
      $dt.attributes = attributes;
      $dt.tags = tags;
      $dt.ancestors = ancestors;
      return $dt;
    }
    get is_PartialEntity() { return this.$tag === 0; }
    get dtor_attributes() { return this.attributes; }
    get dtor_tags() { return this.tags; }
    get dtor_ancestors() { return this.ancestors; }
    toString() {
      if (this.$tag === 0) {
        return "PartialData.PartialEntity.PartialEntity" + "(" + _dafny.toString(this.attributes) + ", " + _dafny.toString(this.tags) + ", " + _dafny.toString(this.ancestors) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.attributes, other.attributes) && _dafny.areEqual(this.tags, other.tags) && _dafny.areEqual(this.ancestors, other.ancestors);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialData.PartialEntity.create_PartialEntity(PartialData.PartialValue.Rtd().Default, PartialData.PartialValue.Rtd().Default, Values.Option.Rtd().Default);
        }
      };
    }
  }

  $module.PartialEntities = class PartialEntities {
    constructor(tag) { this.$tag = tag; }
    static create_PartialEntities(listed,missing,complete) {
      let $dt = new PartialEntities(0);
      $dt.listed = listed;
      $dt.missing = missing;
      $dt.complete = complete;
      return $dt;
    }
    get is_PartialEntities() { return this.$tag === 0; }
    get dtor_listed() { return this.listed; }
    get dtor_missing() { return this.missing; }
    get dtor_complete() { return this.complete; }
    toString() {
      if (this.$tag === 0) {
        return "PartialData.PartialEntities.PartialEntities" + "(" + _dafny.toString(this.listed) + ", " + _dafny.toString(this.missing) + ", " + _dafny.toString(this.complete) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.listed, other.listed) && _dafny.areEqual(this.missing, other.missing) && this.complete === other.complete;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialData.PartialEntities.create_PartialEntities(_dafny.Map.Empty, _dafny.Set.Empty, false);
        }
      };
    }
  }

  $module.Knowledge = class Knowledge {
    constructor(tag) { this.$tag = tag; }
    static create_Knowledge(request,entities,schema) {
      let $dt = new Knowledge(0);
      $dt.request = request;
      $dt.entities = entities;
      $dt.schema = schema;
      return $dt;
    }
    get is_Knowledge() { return this.$tag === 0; }
    get dtor_request() { return this.request; }
    get dtor_entities() { return this.entities; }
    get dtor_schema() { return this.schema; }
    toString() {
      if (this.$tag === 0) {
        return "PartialData.Knowledge.Knowledge" + "(" + _dafny.toString(this.request) + ", " + _dafny.toString(this.entities) + ", " + _dafny.toString(this.schema) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.request, other.request) && _dafny.areEqual(this.entities, other.entities) && _dafny.areEqual(this.schema, other.schema);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialData.Knowledge.create_Knowledge(PartialData.PartialRequest.Rtd().Default, PartialData.PartialEntities.Rtd().Default, Values.Option.Rtd().Default);
        }
      };
    }
  }

  $module.Finding = class Finding {
    constructor(tag) { this.$tag = tag; }
    static create_Found(known) {
      let $dt = new Finding(0);
      $dt.known = known;
      return $dt;
    }
    static create_Lacking(error) {
      let $dt = new Finding(1);
      $dt.error = error;
      return $dt;
    }
    static create_Untold() {
      let $dt = new Finding(2);
      return $dt;
    }
    get is_Found() { return this.$tag === 0; }
    get is_Lacking() { return this.$tag === 1; }
    get is_Untold() { return this.$tag === 2; }
    get dtor_known() { return this.known; }
    get dtor_error() { return this.error; }
    toString() {
      if (this.$tag === 0) {
        return "PartialData.Finding.Found" + "(" + _dafny.toString(this.known) + ")";
      } else if (this.$tag === 1) {
        return "PartialData.Finding.Lacking" + "(" + _dafny.toString(this.error) + ")";
      } else if (this.$tag === 2) {
        return "PartialData.Finding.Untold";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.known, other.known);
      } else if (this.$tag === 1) {
        return other.$tag === 1 && _dafny.areEqual(this.error, other.error);
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialData.Finding.create_Found(PartialData.PartialValue.Rtd().Default);
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "PartialData._default";
    }
    static RecordOf(fields, closed) {
      if ((closed) && (_dafny.Quantifier((fields).Keys.Elements, true, function (_537_k) {
        return !((fields).contains(_537_k)) || (((fields).get(_537_k)).is_Exactly);
      }))) {
        return PartialData.PartialValue.create_Exactly(Values.Value.create_RecordV(function () {
  let _coll29 = new _dafny.Map();
  for (const _538_k of (fields).Keys.Elements) {
    if ((fields).contains(_538_k)) {
      _coll29.push([_538_k,((fields).get(_538_k)).dtor_value]);
    }
  }
  return _coll29;
}()));
      } else  {
        return PartialData.PartialValue.create_SomeRecord(fields, closed);
      }
    };
    static Fits(v, known) {
      let _source49 = known;
      if (_source49.is_Exactly) {
        let _539_value = (_source49).value;
        return _dafny.areEqual(v, _539_value);
      } else if (_source49.is_SomeEntity) {
        let _540_entityType = (_source49).entityType;
        return ((v).is_EntityV) && (_dafny.areEqual(((v).dtor_uid).dtor_ty, _540_entityType));
      } else if (_source49.is_SomeRecord) {
        let _541_fields = (_source49).fields;
        let _542_closed = (_source49).closed;
        return (((v).is_RecordV) && (_dafny.Quantifier((_541_fields).Keys.Elements, true, function (_543_k) {
          return !((_541_fields).contains(_543_k)) || ((((v).dtor_fields).contains(_543_k)) && (PartialData.__default.Fits(((v).dtor_fields).get(_543_k), (_541_fields).get(_543_k))));
        }))) && (!(_542_closed) || (_dafny.Quantifier(((v).dtor_fields).Keys.Elements, true, function (_544_k) {
          return !(((v).dtor_fields).contains(_544_k)) || ((_541_fields).contains(_544_k));
        })));
      } else  {
        return true;
      }
    };
    static RequestFits(request, known) {
      return (((PartialData.__default.Fits(Values.Value.create_EntityV((request).dtor_principal), (known).dtor_principal)) && (PartialData.__default.Fits(Values.Value.create_EntityV((request).dtor_action), (known).dtor_action))) && (PartialData.__default.Fits(Values.Value.create_EntityV((request).dtor_resource), (known).dtor_resource))) && (PartialData.__default.Fits(Values.Value.create_RecordV((request).dtor_context), (known).dtor_context));
    };
    static EntityFits(uid, known, entities) {
      return ((((entities).contains(uid)) && (PartialData.__default.Fits(Values.Value.create_RecordV(((entities).get(uid)).dtor_attributes), (known).dtor_attributes))) && (PartialData.__default.Fits(Values.Value.create_RecordV(((entities).get(uid)).dtor_tags), (known).dtor_tags))) && (!(((known).dtor_ancestors).is_Some) || ((Hierarchy.__default.Ancestors(uid, entities)).equals(((known).dtor_ancestors).dtor_value)));
    };
    static IsMissing(uid, known) {
      return (!((known).dtor_listed).contains(uid)) && (((known).dtor_complete) || (((known).dtor_missing).contains(uid)));
    };
    static EntitiesFit(entities, known) {
      return (_dafny.Quantifier(((known).dtor_listed).Keys.Elements, true, function (_545_uid) {
        return !(((known).dtor_listed).contains(_545_uid)) || (PartialData.__default.EntityFits(_545_uid, ((known).dtor_listed).get(_545_uid), entities));
      })) && (_dafny.Quantifier((entities).Keys.Elements, true, function (_546_uid) {
        return !((entities).contains(_546_uid)) || (!(PartialData.__default.IsMissing(_546_uid, known)));
      }));
    };
    static Completes(env, known) {
      return ((PartialData.__default.RequestFits((env).dtor_request, (known).dtor_request)) && (PartialData.__default.EntitiesFit((env).dtor_entities, (known).dtor_entities))) && (!(((known).dtor_schema).is_Some) || ((Conformance.__default.RequestConforms((env).dtor_request, ((known).dtor_schema).dtor_value)) && (Conformance.__default.EntitiesConform((env).dtor_entities, ((known).dtor_schema).dtor_value))));
    };
    static WithActions(known) {
      if (((known).dtor_schema).is_None) {
        return known;
      } else  {
        let _547_listed = ((known).dtor_entities).dtor_listed;
        let _548_actions = (((known).dtor_schema).dtor_value).dtor_actions;
        let _549_all = function () {
          let _coll30 = new _dafny.Map();
          for (const _550_uid of (((_547_listed).Keys).Union((_548_actions).Keys)).Elements) {
            if ((((_547_listed).Keys).Union((_548_actions).Keys)).contains(_550_uid)) {
              _coll30.push([_550_uid,((_547_listed).contains(_550_uid)) ? ((_547_listed).get(_550_uid)) : (PartialData.PartialEntity.create_PartialEntity(PartialData.PartialValue.create_Exactly(Values.Value.create_RecordV(_dafny.Map.of())), PartialData.PartialValue.create_Exactly(Values.Value.create_RecordV(_dafny.Map.of())), Values.Option.create_Some(((_548_actions).get(_550_uid)).dtor_ancestors)))]);
            }
          }
          return _coll30;
        }();
        return PartialData.Knowledge.create_Knowledge((known).dtor_request, PartialData.PartialEntities.create_PartialEntities(_549_all, ((known).dtor_entities).dtor_missing, ((known).dtor_entities).dtor_complete), (known).dtor_schema);
      }
    };
    static KnownEntity(uid, entities) {
      return PartialData.PartialEntity.create_PartialEntity(PartialData.PartialValue.create_Exactly(Values.Value.create_RecordV(((entities).get(uid)).dtor_attributes)), PartialData.PartialValue.create_Exactly(Values.Value.create_RecordV(((entities).get(uid)).dtor_tags)), Values.Option.create_Some(Hierarchy.__default.Ancestors(uid, entities)));
    };
    static PartOf(variable, request) {
      let _source50 = variable;
      if (_source50.is_Principal) {
        return (request).dtor_principal;
      } else if (_source50.is_Action) {
        return (request).dtor_action;
      } else if (_source50.is_Resource) {
        return (request).dtor_resource;
      } else  {
        return (request).dtor_context;
      }
    };
    static FieldOf(record, name, missing) {
      let _source51 = record;
      if (_source51.is_Exactly) {
        let _551_value = (_source51).value;
        if (!((_551_value).is_RecordV)) {
          return PartialData.Finding.create_Lacking(Values.Error.create_TypeError());
        } else  {
          if (((_551_value).dtor_fields).contains(name)) {
            return PartialData.Finding.create_Found(PartialData.PartialValue.create_Exactly(((_551_value).dtor_fields).get(name)));
          } else  {
            return PartialData.Finding.create_Lacking(missing);
          }
        }
      } else if (_source51.is_SomeEntity) {
        let _552_entityType = (_source51).entityType;
        return PartialData.Finding.create_Untold();
      } else if (_source51.is_SomeRecord) {
        let _553_fields = (_source51).fields;
        let _554_closed = (_source51).closed;
        if ((_553_fields).contains(name)) {
          return PartialData.Finding.create_Found((_553_fields).get(name));
        } else  {
          if (_554_closed) {
            return PartialData.Finding.create_Lacking(missing);
          } else  {
            return PartialData.Finding.create_Untold();
          }
        }
      } else  {
        return PartialData.Finding.create_Untold();
      }
    };
    static AttributeOf(uid, name, entities) {
      if (((entities).dtor_listed).contains(uid)) {
        return PartialData.__default.FieldOf((((entities).dtor_listed).get(uid)).dtor_attributes, name, Values.Error.create_MissingAttribute());
      } else  {
        if (PartialData.__default.IsMissing(uid, entities)) {
          return PartialData.Finding.create_Lacking(Values.Error.create_MissingEntity());
        } else  {
          return PartialData.Finding.create_Untold();
        }
      }
    };
    static TagOf(uid, tag, entities) {
      if (((entities).dtor_listed).contains(uid)) {
        return PartialData.__default.FieldOf((((entities).dtor_listed).get(uid)).dtor_tags, tag, Values.Error.create_MissingTag());
      } else  {
        if (PartialData.__default.IsMissing(uid, entities)) {
          return PartialData.Finding.create_Lacking(Values.Error.create_MissingEntity());
        } else  {
          return PartialData.Finding.create_Untold();
        }
      }
    };
    static AncestorsOf(uid, entities) {
      if (((entities).dtor_listed).contains(uid)) {
        return (((entities).dtor_listed).get(uid)).dtor_ancestors;
      } else  {
        if (PartialData.__default.IsMissing(uid, entities)) {
          return Values.Option.create_Some(_dafny.Set.fromElements());
        } else  {
          return Values.Option.create_None();
        }
      }
    };
  };
  return $module;
})(); // end of module PartialData
let Prospects = (function() {
  let $module = {};







  $module.__default = class __default {
    constructor () {
      this._tname = "Prospects._default";
    }
    static Look(r, known) {
      let _source52 = r;
      if (_source52.is_ValueR) {
        let _555_value = (_source52).value;
        return PartialData.PartialValue.create_Exactly(_555_value);
      } else if (_source52.is_VariableR) {
        let _556_variable = (_source52).variable;
        return PartialData.__default.PartOf(_556_variable, (known).dtor_request);
      } else if (_source52.is_GetR) {
        let _557_arg = (_source52).arg;
        let _558_name = (_source52).name;
        let _559_finding = Prospects.__default.FindAttribute(Prospects.__default.Look(_557_arg, known), _558_name, (known).dtor_entities);
        if ((_559_finding).is_Found) {
          return (_559_finding).dtor_known;
        } else  {
          return PartialData.PartialValue.create_Anything();
        }
      } else if (_source52.is_BinaryR) {
        let _560_op = (_source52).binary;
        let _561_left = (_source52).left;
        let _562_right = (_source52).right;
        if (!_dafny.areEqual(_560_op, Expressions.BinaryOp.create_GetTag())) {
          return PartialData.PartialValue.create_Anything();
        } else  {
          let _563_finding = Prospects.__default.FindTag(Prospects.__default.Look(_561_left, known), Prospects.__default.Look(_562_right, known), (known).dtor_entities);
          if ((_563_finding).is_Found) {
            return (_563_finding).dtor_known;
          } else  {
            return PartialData.PartialValue.create_Anything();
          }
        }
      } else if (_source52.is_ErrorR) {
        let _564_error = (_source52).error;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_AndR) {
        let _565_left = (_source52).left;
        let _566_right = (_source52).right;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_OrR) {
        let _567_left = (_source52).left;
        let _568_right = (_source52).right;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_IfR) {
        let _569_test = (_source52).test;
        let _570_yes = (_source52).yes;
        let _571_no = (_source52).no;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_UnaryR) {
        let _572_op = (_source52).unary;
        let _573_arg = (_source52).arg;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_LikeR) {
        let _574_arg = (_source52).arg;
        let _575_pattern = (_source52).pattern;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_IsR) {
        let _576_arg = (_source52).arg;
        let _577_entityType = (_source52).entityType;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_HasR) {
        let _578_arg = (_source52).arg;
        let _579_name = (_source52).name;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_SetR) {
        let _580_elements = (_source52).elements;
        return PartialData.PartialValue.create_Anything();
      } else if (_source52.is_RecordR) {
        let _581_fields = (_source52).fields;
        return PartialData.PartialValue.create_Anything();
      } else  {
        let _582_fn = (_source52).fn;
        let _583_args = (_source52).args;
        return PartialData.PartialValue.create_Anything();
      }
    };
    static FindAttribute(owner, name, entities) {
      if (((owner).is_Exactly) && (((owner).dtor_value).is_EntityV)) {
        return PartialData.__default.AttributeOf(((owner).dtor_value).dtor_uid, name, entities);
      } else  {
        return PartialData.__default.FieldOf(owner, name, Values.Error.create_MissingAttribute());
      }
    };
    static FindTag(owner, tag, entities) {
      if (((((owner).is_Exactly) && (((owner).dtor_value).is_EntityV)) && ((tag).is_Exactly)) && (((tag).dtor_value).is_StringV)) {
        return PartialData.__default.TagOf(((owner).dtor_value).dtor_uid, ((tag).dtor_value).dtor_s, entities);
      } else  {
        return PartialData.Finding.create_Untold();
      }
    };
    static TypeFor(r, known) {
      let _source53 = r;
      if (_source53.is_ValueR) {
        let _584_value = (_source53).value;
        return Prospects.__default.TypeOfValue(_584_value);
      } else if (_source53.is_ErrorR) {
        let _585_error = (_source53).error;
        return Values.Option.create_None();
      } else if (_source53.is_VariableR) {
        let _586_variable = (_source53).variable;
        let _587_part = PartialData.__default.PartOf(_586_variable, (known).dtor_request);
        if ((_587_part).is_SomeEntity) {
          return Values.Option.create_Some(Types.Type.create_EntityT((_587_part).dtor_entityType));
        } else  {
          if ((_587_part).is_Exactly) {
            return Prospects.__default.TypeOfValue((_587_part).dtor_value);
          } else  {
            if (_dafny.areEqual(_586_variable, Expressions.Variable.create_Context())) {
              return Prospects.__default.ContextType(known);
            } else  {
              return Values.Option.create_None();
            }
          }
        }
      } else if (_source53.is_AndR) {
        let _588_left = (_source53).left;
        let _589_right = (_source53).right;
        return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
      } else if (_source53.is_OrR) {
        let _590_left = (_source53).left;
        let _591_right = (_source53).right;
        return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
      } else if (_source53.is_IfR) {
        let _592_test = (_source53).test;
        let _593_yes = (_source53).yes;
        let _594_no = (_source53).no;
        if (_dafny.areEqual(Prospects.__default.TypeFor(_593_yes, known), Prospects.__default.TypeFor(_594_no, known))) {
          return Prospects.__default.TypeFor(_593_yes, known);
        } else  {
          return Values.Option.create_None();
        }
      } else if (_source53.is_UnaryR) {
        let _595_op = (_source53).unary;
        let _596_arg = (_source53).arg;
        if (_dafny.areEqual(_595_op, Expressions.UnaryOp.create_Negate())) {
          return Values.Option.create_Some(Types.Type.create_LongT());
        } else  {
          return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        }
      } else if (_source53.is_BinaryR) {
        let _597_op = (_source53).binary;
        let _598_left = (_source53).left;
        let _599_right = (_source53).right;
        if (_dafny.areEqual(_597_op, Expressions.BinaryOp.create_GetTag())) {
          return Prospects.__default.TagType(Prospects.__default.TypeFor(_598_left, known), (known).dtor_schema);
        } else  {
          if (((_dafny.areEqual(_597_op, Expressions.BinaryOp.create_Add())) || (_dafny.areEqual(_597_op, Expressions.BinaryOp.create_Subtract()))) || (_dafny.areEqual(_597_op, Expressions.BinaryOp.create_Multiply()))) {
            return Values.Option.create_Some(Types.Type.create_LongT());
          } else  {
            return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
          }
        }
      } else if (_source53.is_LikeR) {
        let _600_arg = (_source53).arg;
        let _601_pattern = (_source53).pattern;
        return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
      } else if (_source53.is_IsR) {
        let _602_arg = (_source53).arg;
        let _603_entityType = (_source53).entityType;
        return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
      } else if (_source53.is_HasR) {
        let _604_arg = (_source53).arg;
        let _605_name = (_source53).name;
        return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
      } else if (_source53.is_GetR) {
        let _606_arg = (_source53).arg;
        let _607_name = (_source53).name;
        let _608_declared = Prospects.__default.Declared(Prospects.__default.TypeFor(_606_arg, known), _607_name, (known).dtor_schema);
        if ((_608_declared).is_Some) {
          return Values.Option.create_Some(((_608_declared).dtor_value).dtor_ty);
        } else  {
          return Values.Option.create_None();
        }
      } else if (_source53.is_SetR) {
        let _609_elements = (_source53).elements;
        let _610_element = Prospects.__default.CommonType(_609_elements, known);
        if ((_610_element).is_Some) {
          return Values.Option.create_Some(Types.Type.create_SetT((_610_element).dtor_value));
        } else  {
          return Values.Option.create_None();
        }
      } else if (_source53.is_RecordR) {
        let _611_fields = (_source53).fields;
        return Values.Option.create_None();
      } else  {
        let _612_fn = (_source53).fn;
        let _613_args = (_source53).args;
        if (Prospects.__default.Asks(_612_fn)) {
          return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static CommonType(rs, known) {
      let _source54 = rs;
      if (_source54.is_NoResiduals) {
        return Values.Option.create_None();
      } else  {
        let _614_first = (_source54).first;
        let _615_rest = (_source54).rest;
        if (((_615_rest).is_NoResiduals) || (_dafny.areEqual(Prospects.__default.CommonType(_615_rest, known), Prospects.__default.TypeFor(_614_first, known)))) {
          return Prospects.__default.TypeFor(_614_first, known);
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static TypeOfValue(v) {
      if ((v).is_BoolV) {
        return Values.Option.create_Some(Types.Type.create_BoolT(Types.BoolType.create_AnyBool()));
      } else  {
        if ((v).is_LongV) {
          return Values.Option.create_Some(Types.Type.create_LongT());
        } else  {
          if ((v).is_StringV) {
            return Values.Option.create_Some(Types.Type.create_StringT());
          } else  {
            if ((v).is_EntityV) {
              return Values.Option.create_Some(Types.Type.create_EntityT(((v).dtor_uid).dtor_ty));
            } else  {
              if ((v).is_DatetimeV) {
                return Values.Option.create_Some(Types.Type.create_DatetimeT());
              } else  {
                if ((v).is_DurationV) {
                  return Values.Option.create_Some(Types.Type.create_DurationT());
                } else  {
                  return Values.Option.create_None();
                }
              }
            }
          }
        }
      }
    };
    static ContextType(known) {
      let _616_action = ((known).dtor_request).dtor_action;
      if ((((((known).dtor_schema).is_Some) && ((_616_action).is_Exactly)) && (((_616_action).dtor_value).is_EntityV)) && (((((known).dtor_schema).dtor_value).dtor_actions).contains(((_616_action).dtor_value).dtor_uid))) {
        return Values.Option.create_Some(Types.Type.create_RecordT((((((known).dtor_schema).dtor_value).dtor_actions).get(((_616_action).dtor_value).dtor_uid)).dtor_context));
      } else  {
        return Values.Option.create_None();
      }
    };
    static Declared(owner, name, schema) {
      let _617_attributes = (((owner).is_Some) && (((owner).dtor_value).is_RecordT)) ? (((owner).dtor_value).dtor_attributes) : (((((owner).is_Some) && (((owner).dtor_value).is_EntityT)) && ((schema).is_Some)) ? (Schemas.__default.AttributesOf(((owner).dtor_value).dtor_ty, (schema).dtor_value)) : (_dafny.Map.of()));
      if ((_617_attributes).contains(name)) {
        return Values.Option.create_Some((_617_attributes).get(name));
      } else  {
        return Values.Option.create_None();
      }
    };
    static TagType(owner, schema) {
      if ((((owner).is_Some) && (((owner).dtor_value).is_EntityT)) && ((schema).is_Some)) {
        return Schemas.__default.TagsOf(((owner).dtor_value).dtor_ty, (schema).dtor_value);
      } else  {
        return Values.Option.create_None();
      }
    };
    static Asks(fn) {
      return (((((((((fn).is_LessThan) || ((fn).is_LessThanOrEqual)) || ((fn).is_GreaterThan)) || ((fn).is_GreaterThanOrEqual)) || ((fn).is_IsIpv4)) || ((fn).is_IsIpv6)) || ((fn).is_IsLoopbackFn)) || ((fn).is_IsMulticastFn)) || ((fn).is_IsInRangeFn);
    };
    static GivesBool(r, known) {
      return ((Prospects.__default.TypeFor(r, known)).is_Some) && (((Prospects.__default.TypeFor(r, known)).dtor_value).is_BoolT);
    };
    static GivesString(r, known) {
      return _dafny.areEqual(Prospects.__default.TypeFor(r, known), Values.Option.create_Some(Types.Type.create_StringT()));
    };
    static GivesEntity(r, known) {
      return (((r).is_VariableR) && (!_dafny.areEqual((r).dtor_variable, Expressions.Variable.create_Context()))) || (((Prospects.__default.TypeFor(r, known)).is_Some) && (((Prospects.__default.TypeFor(r, known)).dtor_value).is_EntityT));
    };
    static GivesRecord(r, known) {
      return ((_dafny.areEqual(r, Residuals.Residual.create_VariableR(Expressions.Variable.create_Context()))) || ((r).is_RecordR)) || (((Prospects.__default.TypeFor(r, known)).is_Some) && (((Prospects.__default.TypeFor(r, known)).dtor_value).is_RecordT));
    };
    static GivesSet(r, known) {
      if ((r).is_ValueR) {
        return ((r).dtor_value).is_SetV;
      } else  {
        return ((r).is_SetR) || (((Prospects.__default.TypeFor(r, known)).is_Some) && (((Prospects.__default.TypeFor(r, known)).dtor_value).is_SetT));
      }
    };
    static GivesContainers(r, known) {
      if ((r).is_ValueR) {
        return Prospects.__default.IsContainer((r).dtor_value);
      } else  {
        return (Prospects.__default.GivesEntity(r, known)) || ((((Prospects.__default.TypeFor(r, known)).is_Some) && (((Prospects.__default.TypeFor(r, known)).dtor_value).is_SetT)) && ((((Prospects.__default.TypeFor(r, known)).dtor_value).dtor_element).is_EntityT));
      }
    };
    static GiveComparable(left, right, known) {
      let _618_t = Prospects.__default.TypeFor(left, known);
      return (_dafny.areEqual(_618_t, Prospects.__default.TypeFor(right, known))) && (((_dafny.areEqual(_618_t, Values.Option.create_Some(Types.Type.create_LongT()))) || (_dafny.areEqual(_618_t, Values.Option.create_Some(Types.Type.create_DatetimeT())))) || (_dafny.areEqual(_618_t, Values.Option.create_Some(Types.Type.create_DurationT()))));
    };
    static IsContainer(v) {
      return ((v).is_EntityV) || (((v).is_SetV) && (_dafny.Quantifier(((v).dtor_elements).Elements, true, function (_619_x) {
        return !(((v).dtor_elements).contains(_619_x)) || ((_619_x).is_EntityV);
      })));
    };
    static CannotFail(r, known) {
      let _source55 = r;
      if (_source55.is_ValueR) {
        let _620_value = (_source55).value;
        return true;
      } else if (_source55.is_ErrorR) {
        let _621_error = (_source55).error;
        return false;
      } else if (_source55.is_VariableR) {
        let _622_variable = (_source55).variable;
        return true;
      } else if (_source55.is_AndR) {
        let _623_left = (_source55).left;
        let _624_right = (_source55).right;
        return (((Prospects.__default.CannotFail(_623_left, known)) && (Prospects.__default.CannotFail(_624_right, known))) && (Prospects.__default.GivesBool(_623_left, known))) && (Prospects.__default.GivesBool(_624_right, known));
      } else if (_source55.is_OrR) {
        let _625_left = (_source55).left;
        let _626_right = (_source55).right;
        return (((Prospects.__default.CannotFail(_625_left, known)) && (Prospects.__default.CannotFail(_626_right, known))) && (Prospects.__default.GivesBool(_625_left, known))) && (Prospects.__default.GivesBool(_626_right, known));
      } else if (_source55.is_IfR) {
        let _627_test = (_source55).test;
        let _628_yes = (_source55).yes;
        let _629_no = (_source55).no;
        return (((Prospects.__default.CannotFail(_627_test, known)) && (Prospects.__default.CannotFail(_628_yes, known))) && (Prospects.__default.CannotFail(_629_no, known))) && (Prospects.__default.GivesBool(_627_test, known));
      } else if (_source55.is_UnaryR) {
        let _630_op = (_source55).unary;
        let _631_arg = (_source55).arg;
        return (Prospects.__default.CannotFail(_631_arg, known)) && (Prospects.__default.UnaryCannotFail(_630_op, _631_arg, known));
      } else if (_source55.is_BinaryR) {
        let _632_op = (_source55).binary;
        let _633_left = (_source55).left;
        let _634_right = (_source55).right;
        return ((Prospects.__default.CannotFail(_633_left, known)) && (Prospects.__default.CannotFail(_634_right, known))) && (Prospects.__default.BinaryCannotFail(_632_op, _633_left, _634_right, known));
      } else if (_source55.is_LikeR) {
        let _635_arg = (_source55).arg;
        let _636_pattern = (_source55).pattern;
        return (Prospects.__default.CannotFail(_635_arg, known)) && (Prospects.__default.GivesString(_635_arg, known));
      } else if (_source55.is_IsR) {
        let _637_arg = (_source55).arg;
        let _638_entityType = (_source55).entityType;
        return (Prospects.__default.CannotFail(_637_arg, known)) && (Prospects.__default.GivesEntity(_637_arg, known));
      } else if (_source55.is_HasR) {
        let _639_arg = (_source55).arg;
        let _640_name = (_source55).name;
        return (Prospects.__default.CannotFail(_639_arg, known)) && ((Prospects.__default.GivesEntity(_639_arg, known)) || (Prospects.__default.GivesRecord(_639_arg, known)));
      } else if (_source55.is_GetR) {
        let _641_arg = (_source55).arg;
        let _642_name = (_source55).name;
        return (!((Prospects.__default.Look(r, known)).is_Anything)) || ((Prospects.__default.CannotFail(_641_arg, known)) && (Prospects.__default.AlwaysHas(Prospects.__default.TypeFor(_641_arg, known), _642_name)));
      } else if (_source55.is_SetR) {
        let _643_elements = (_source55).elements;
        return Prospects.__default.NoneCanFail(_643_elements, known);
      } else if (_source55.is_RecordR) {
        let _644_fields = (_source55).fields;
        return Prospects.__default.NoFieldCanFail(_644_fields, known);
      } else  {
        let _645_fn = (_source55).fn;
        let _646_args = (_source55).args;
        return false;
      }
    };
    static NoneCanFail(rs, known) {
      let _source56 = rs;
      if (_source56.is_NoResiduals) {
        return true;
      } else  {
        let _647_first = (_source56).first;
        let _648_rest = (_source56).rest;
        return (Prospects.__default.CannotFail(_647_first, known)) && (Prospects.__default.NoneCanFail(_648_rest, known));
      }
    };
    static NoFieldCanFail(fields, known) {
      let _source57 = fields;
      if (_source57.is_NoResidualFields) {
        return true;
      } else  {
        let _649_key = (_source57).key;
        let _650_field = (_source57).field;
        let _651_others = (_source57).others;
        return (Prospects.__default.CannotFail(_650_field, known)) && (Prospects.__default.NoFieldCanFail(_651_others, known));
      }
    };
    static UnaryCannotFail(op, arg, known) {
      let _source58 = op;
      if (_source58.is_Not) {
        return Prospects.__default.GivesBool(arg, known);
      } else if (_source58.is_Negate) {
        return false;
      } else  {
        return Prospects.__default.GivesSet(arg, known);
      }
    };
    static BinaryCannotFail(op, left, right, known) {
      let _source59 = op;
      if (_source59.is_Equal) {
        return true;
      } else if (_source59.is_Less) {
        return Prospects.__default.GiveComparable(left, right, known);
      } else if (_source59.is_LessOrEqual) {
        return Prospects.__default.GiveComparable(left, right, known);
      } else if (_source59.is_Add) {
        return false;
      } else if (_source59.is_Subtract) {
        return false;
      } else if (_source59.is_Multiply) {
        return false;
      } else if (_source59.is_In) {
        return (Prospects.__default.GivesEntity(left, known)) && (Prospects.__default.GivesContainers(right, known));
      } else if (_source59.is_Contains) {
        return Prospects.__default.GivesSet(left, known);
      } else if (_source59.is_ContainsAll) {
        return (Prospects.__default.GivesSet(left, known)) && (Prospects.__default.GivesSet(right, known));
      } else if (_source59.is_ContainsAny) {
        return (Prospects.__default.GivesSet(left, known)) && (Prospects.__default.GivesSet(right, known));
      } else if (_source59.is_HasTag) {
        return (Prospects.__default.GivesEntity(left, known)) && (Prospects.__default.GivesString(right, known));
      } else  {
        return false;
      }
    };
    static AlwaysHas(owner, name) {
      return ((((owner).is_Some) && (((owner).dtor_value).is_RecordT)) && ((((owner).dtor_value).dtor_attributes).contains(name))) && (((((owner).dtor_value).dtor_attributes).get(name)).dtor_required);
    };
  };
  return $module;
})(); // end of module Prospects
let PartialEvaluation = (function() {
  let $module = {};










  $module.__default = class __default {
    constructor () {
      this._tname = "PartialEvaluation._default";
    }
    static PartiallyEvaluate(e, known) {
      return PartialEvaluation.__default.Reduce(Residuals.__default.ResidualOf(e), known);
    };
    static Reduce(r, known) {
      let _source60 = r;
      if (_source60.is_ValueR) {
        let _652_value = (_source60).value;
        return r;
      } else if (_source60.is_ErrorR) {
        let _653_error = (_source60).error;
        return r;
      } else if (_source60.is_VariableR) {
        let _654_variable = (_source60).variable;
        return PartialEvaluation.__default.ReduceVariable(_654_variable, known);
      } else if (_source60.is_AndR) {
        let _655_left = (_source60).left;
        let _656_right = (_source60).right;
        return PartialEvaluation.__default.ReduceAnd(PartialEvaluation.__default.Reduce(_655_left, known), PartialEvaluation.__default.Reduce(_656_right, known), known);
      } else if (_source60.is_OrR) {
        let _657_left = (_source60).left;
        let _658_right = (_source60).right;
        return PartialEvaluation.__default.ReduceOr(PartialEvaluation.__default.Reduce(_657_left, known), PartialEvaluation.__default.Reduce(_658_right, known), known);
      } else if (_source60.is_IfR) {
        let _659_test = (_source60).test;
        let _660_yes = (_source60).yes;
        let _661_no = (_source60).no;
        return PartialEvaluation.__default.ReduceIf(PartialEvaluation.__default.Reduce(_659_test, known), PartialEvaluation.__default.Reduce(_660_yes, known), PartialEvaluation.__default.Reduce(_661_no, known));
      } else if (_source60.is_UnaryR) {
        let _662_op = (_source60).unary;
        let _663_arg = (_source60).arg;
        return PartialEvaluation.__default.ReduceUnary(_662_op, PartialEvaluation.__default.Reduce(_663_arg, known));
      } else if (_source60.is_BinaryR) {
        let _664_op = (_source60).binary;
        let _665_left = (_source60).left;
        let _666_right = (_source60).right;
        return PartialEvaluation.__default.ReduceBinary(_664_op, PartialEvaluation.__default.Reduce(_665_left, known), PartialEvaluation.__default.Reduce(_666_right, known), known);
      } else if (_source60.is_LikeR) {
        let _667_arg = (_source60).arg;
        let _668_pattern = (_source60).pattern;
        return PartialEvaluation.__default.ReduceLike(PartialEvaluation.__default.Reduce(_667_arg, known), _668_pattern);
      } else if (_source60.is_IsR) {
        let _669_arg = (_source60).arg;
        let _670_entityType = (_source60).entityType;
        return PartialEvaluation.__default.ReduceIs(PartialEvaluation.__default.Reduce(_669_arg, known), _670_entityType, known);
      } else if (_source60.is_HasR) {
        let _671_arg = (_source60).arg;
        let _672_name = (_source60).name;
        return PartialEvaluation.__default.ReduceHas(PartialEvaluation.__default.Reduce(_671_arg, known), _672_name, known);
      } else if (_source60.is_GetR) {
        let _673_arg = (_source60).arg;
        let _674_name = (_source60).name;
        return PartialEvaluation.__default.ReduceGet(PartialEvaluation.__default.Reduce(_673_arg, known), _674_name, known);
      } else if (_source60.is_SetR) {
        let _675_elements = (_source60).elements;
        return PartialEvaluation.__default.ReduceSet(PartialEvaluation.__default.ReduceAll(_675_elements, known));
      } else if (_source60.is_RecordR) {
        let _676_fields = (_source60).fields;
        return PartialEvaluation.__default.ReduceRecord(PartialEvaluation.__default.ReduceFields(_676_fields, known));
      } else  {
        let _677_fn = (_source60).fn;
        let _678_args = (_source60).args;
        return PartialEvaluation.__default.ReduceCall(_677_fn, PartialEvaluation.__default.ReduceAll(_678_args, known));
      }
    };
    static ReduceAll(rs, known) {
      let _source61 = rs;
      if (_source61.is_NoResiduals) {
        return Residuals.ResidualList.create_NoResiduals();
      } else  {
        let _679_first = (_source61).first;
        let _680_rest = (_source61).rest;
        return Residuals.ResidualList.create_MoreResiduals(PartialEvaluation.__default.Reduce(_679_first, known), PartialEvaluation.__default.ReduceAll(_680_rest, known));
      }
    };
    static ReduceFields(fields, known) {
      let _source62 = fields;
      if (_source62.is_NoResidualFields) {
        return Residuals.ResidualFields.create_NoResidualFields();
      } else  {
        let _681_key = (_source62).key;
        let _682_field = (_source62).field;
        let _683_others = (_source62).others;
        return Residuals.ResidualFields.create_MoreResidualFields(_681_key, PartialEvaluation.__default.Reduce(_682_field, known), PartialEvaluation.__default.ReduceFields(_683_others, known));
      }
    };
    static Done(result) {
      if ((result).is_Ok) {
        return Residuals.Residual.create_ValueR((result).dtor_value);
      } else  {
        return Residuals.Residual.create_ErrorR((result).dtor_error);
      }
    };
    static ReduceVariable(variable, known) {
      let _684_part = PartialData.__default.PartOf(variable, (known).dtor_request);
      if ((_684_part).is_Exactly) {
        return Residuals.Residual.create_ValueR((_684_part).dtor_value);
      } else  {
        return Residuals.Residual.create_VariableR(variable);
      }
    };
    static ReduceAnd(a, b, known) {
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if ((a).is_ValueR) {
          if (!(((a).dtor_value).is_BoolV)) {
            return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
          } else  {
            if (((a).dtor_value).dtor_b) {
              return PartialEvaluation.__default.ReduceToBool(b, true, known);
            } else  {
              return a;
            }
          }
        } else  {
          if ((_dafny.areEqual(b, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true)))) && (Prospects.__default.GivesBool(a, known))) {
            return a;
          } else  {
            if (((_dafny.areEqual(b, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false)))) && (Prospects.__default.GivesBool(a, known))) && (Prospects.__default.CannotFail(a, known))) {
              return b;
            } else  {
              return Residuals.Residual.create_AndR(a, b);
            }
          }
        }
      }
    };
    static ReduceOr(a, b, known) {
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if ((a).is_ValueR) {
          if (!(((a).dtor_value).is_BoolV)) {
            return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
          } else  {
            if (((a).dtor_value).dtor_b) {
              return a;
            } else  {
              return PartialEvaluation.__default.ReduceToBool(b, false, known);
            }
          }
        } else  {
          if ((_dafny.areEqual(b, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false)))) && (Prospects.__default.GivesBool(a, known))) {
            return a;
          } else  {
            if (((_dafny.areEqual(b, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true)))) && (Prospects.__default.GivesBool(a, known))) && (Prospects.__default.CannotFail(a, known))) {
              return b;
            } else  {
              return Residuals.Residual.create_OrR(a, b);
            }
          }
        }
      }
    };
    static ReduceToBool(b, left, known) {
      if (((b).is_ErrorR) || (Prospects.__default.GivesBool(b, known))) {
        return b;
      } else  {
        if ((b).is_ValueR) {
          return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
        } else  {
          if (left) {
            return Residuals.Residual.create_AndR(Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true)), b);
          } else  {
            return Residuals.Residual.create_OrR(Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false)), b);
          }
        }
      }
    };
    static ReduceIf(test, yes, no) {
      if ((test).is_ErrorR) {
        return test;
      } else  {
        if (!((test).is_ValueR)) {
          return Residuals.Residual.create_IfR(test, yes, no);
        } else  {
          if (!(((test).dtor_value).is_BoolV)) {
            return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
          } else  {
            if (((test).dtor_value).dtor_b) {
              return yes;
            } else  {
              return no;
            }
          }
        }
      }
    };
    static ReduceUnary(op, a) {
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if ((a).is_ValueR) {
          return PartialEvaluation.__default.Done(Evaluator.__default.ApplyUnary(op, (a).dtor_value));
        } else  {
          return Residuals.Residual.create_UnaryR(op, a);
        }
      }
    };
    static ReduceBinary(op, a, b, known) {
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if (((a).is_ValueR) && ((b).is_ErrorR)) {
          return b;
        } else  {
          if ((_dafny.areEqual(op, Expressions.BinaryOp.create_Equal())) && (PartialEvaluation.__default.Differ(Prospects.__default.Look(a, known), Prospects.__default.Look(b, known)))) {
            return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false));
          } else  {
            if (((_dafny.areEqual(op, Expressions.BinaryOp.create_In())) && ((b).is_ValueR)) && (PartialEvaluation.__default.NeverIn(Prospects.__default.Look(a, known), (b).dtor_value, (known).dtor_schema))) {
              return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false));
            } else  {
              if (((a).is_ValueR) && ((b).is_ValueR)) {
                return PartialEvaluation.__default.ReduceKnown(op, (a).dtor_value, (b).dtor_value, (known).dtor_entities);
              } else  {
                return Residuals.Residual.create_BinaryR(op, a, b);
              }
            }
          }
        }
      }
    };
    static ReduceKnown(op, v, w, entities) {
      if (_dafny.areEqual(op, Expressions.BinaryOp.create_In())) {
        return PartialEvaluation.__default.ReduceIn(v, w, entities);
      } else  {
        if (_dafny.areEqual(op, Expressions.BinaryOp.create_HasTag())) {
          return PartialEvaluation.__default.ReduceHasTag(v, w, entities);
        } else  {
          if (_dafny.areEqual(op, Expressions.BinaryOp.create_GetTag())) {
            return PartialEvaluation.__default.ReduceGetTag(v, w, entities);
          } else  {
            return PartialEvaluation.__default.Done(Evaluator.__default.ApplyBinary(op, v, w, _dafny.Map.of()));
          }
        }
      }
    };
    static Differ(x, y) {
      return (((x).is_SomeEntity) && (!(PartialEvaluation.__default.CanBeOf((x).dtor_entityType, y)))) || (((y).is_SomeEntity) && (!(PartialEvaluation.__default.CanBeOf((y).dtor_entityType, x))));
    };
    static CanBeOf(ty, known) {
      let _source63 = known;
      if (_source63.is_Exactly) {
        let _685_value = (_source63).value;
        return ((_685_value).is_EntityV) && (_dafny.areEqual(((_685_value).dtor_uid).dtor_ty, ty));
      } else if (_source63.is_SomeEntity) {
        let _686_entityType = (_source63).entityType;
        return _dafny.areEqual(_686_entityType, ty);
      } else if (_source63.is_SomeRecord) {
        let _687_fields = (_source63).fields;
        let _688_closed = (_source63).closed;
        return false;
      } else  {
        return true;
      }
    };
    static UidsIn(v) {
      if ((v).is_EntityV) {
        return _dafny.Set.fromElements((v).dtor_uid);
      } else  {
        if ((v).is_SetV) {
          return function () {
            let _coll31 = new _dafny.Set();
            for (const _compr_28 of ((v).dtor_elements).Elements) { let _689_x = _compr_28;
              if ((((v).dtor_elements).contains(_689_x)) && ((_689_x).is_EntityV)) {
                _coll31.add((_689_x).dtor_uid);
              }
            }
            return _coll31;
          }();
        } else  {
          return _dafny.Set.fromElements();
        }
      }
    };
    static NeverIn(a, container, schema) {
      return ((((a).is_SomeEntity) && ((schema).is_Some)) && (Prospects.__default.IsContainer(container))) && (_dafny.Quantifier((PartialEvaluation.__default.UidsIn(container)).Elements, true, function (_690_uid) {
        return !((PartialEvaluation.__default.UidsIn(container)).contains(_690_uid)) || (!(Schemas.__default.CanBeIn((a).dtor_entityType, (_690_uid).dtor_ty, (schema).dtor_value)));
      }));
    };
    static ReduceIn(v, w, entities) {
      if ((!((v).is_EntityV)) || (!(Prospects.__default.IsContainer(w)))) {
        return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
      } else  {
        let _691_containers = PartialEvaluation.__default.UidsIn(w);
        let _692_ancestors = PartialData.__default.AncestorsOf((v).dtor_uid, entities);
        if ((_691_containers).contains((v).dtor_uid)) {
          return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true));
        } else  {
          if ((_691_containers).equals(_dafny.Set.fromElements())) {
            return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false));
          } else  {
            if ((_692_ancestors).is_Some) {
              return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(!((_691_containers).IsDisjointFrom((_692_ancestors).dtor_value))));
            } else  {
              return Residuals.Residual.create_BinaryR(Expressions.BinaryOp.create_In(), Residuals.Residual.create_ValueR(v), Residuals.Residual.create_ValueR(w));
            }
          }
        }
      }
    };
    static ReduceHasTag(v, w, entities) {
      if ((!((v).is_EntityV)) || (!((w).is_StringV))) {
        return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
      } else  {
        let _source64 = PartialData.__default.TagOf((v).dtor_uid, (w).dtor_s, entities);
        if (_source64.is_Found) {
          let _693_known = (_source64).known;
          return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true));
        } else if (_source64.is_Lacking) {
          let _694_error = (_source64).error;
          return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false));
        } else  {
          return Residuals.Residual.create_BinaryR(Expressions.BinaryOp.create_HasTag(), Residuals.Residual.create_ValueR(v), Residuals.Residual.create_ValueR(w));
        }
      }
    };
    static ReduceGetTag(v, w, entities) {
      if ((!((v).is_EntityV)) || (!((w).is_StringV))) {
        return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
      } else  {
        return PartialEvaluation.__default.OfFinding(PartialData.__default.TagOf((v).dtor_uid, (w).dtor_s, entities), Residuals.Residual.create_BinaryR(Expressions.BinaryOp.create_GetTag(), Residuals.Residual.create_ValueR(v), Residuals.Residual.create_ValueR(w)));
      }
    };
    static OfFinding(finding, r) {
      if (((finding).is_Found) && (((finding).dtor_known).is_Exactly)) {
        return Residuals.Residual.create_ValueR(((finding).dtor_known).dtor_value);
      } else  {
        if ((finding).is_Lacking) {
          return Residuals.Residual.create_ErrorR((finding).dtor_error);
        } else  {
          return r;
        }
      }
    };
    static ReduceLike(a, pattern) {
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if (!((a).is_ValueR)) {
          return Residuals.Residual.create_LikeR(a, pattern);
        } else  {
          if (((a).dtor_value).is_StringV) {
            return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(Patterns.__default.Like(((a).dtor_value).dtor_s, pattern)));
          } else  {
            return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
          }
        }
      }
    };
    static ReduceIs(a, entityType, known) {
      let _695_seen = Prospects.__default.Look(a, known);
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if ((_695_seen).is_SomeEntity) {
          return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(_dafny.areEqual((_695_seen).dtor_entityType, entityType)));
        } else  {
          if (!((a).is_ValueR)) {
            return Residuals.Residual.create_IsR(a, entityType);
          } else  {
            if (((a).dtor_value).is_EntityV) {
              return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(_dafny.areEqual((((a).dtor_value).dtor_uid).dtor_ty, entityType)));
            } else  {
              return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
            }
          }
        }
      }
    };
    static ReduceHas(a, name, known) {
      let _696_finding = Prospects.__default.FindAttribute(Prospects.__default.Look(a, known), name, (known).dtor_entities);
      if ((a).is_ErrorR) {
        return a;
      } else  {
        if ((_696_finding).is_Found) {
          return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true));
        } else  {
          if ((_696_finding).is_Untold) {
            return Residuals.Residual.create_HasR(a, name);
          } else  {
            if (_dafny.areEqual((_696_finding).dtor_error, Values.Error.create_TypeError())) {
              return Residuals.Residual.create_ErrorR(Values.Error.create_TypeError());
            } else  {
              return Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false));
            }
          }
        }
      }
    };
    static ReduceGet(a, name, known) {
      if ((a).is_ErrorR) {
        return a;
      } else  {
        return PartialEvaluation.__default.OfFinding(Prospects.__default.FindAttribute(Prospects.__default.Look(a, known), name, (known).dtor_entities), Residuals.Residual.create_GetR(a, name));
      }
    };
    static ReduceSet(elements) {
      let _697_all = PartialEvaluation.__default.Gather(elements);
      if ((_697_all).is_None) {
        return Residuals.Residual.create_SetR(elements);
      } else  {
        if (((_697_all).dtor_value).is_ErrAny) {
          return Residuals.Residual.create_ErrorR(((_697_all).dtor_value).dtor_error);
        } else  {
          return Residuals.Residual.create_ValueR(Values.Value.create_SetV(function () {
  let _coll32 = new _dafny.Set();
  for (const _compr_29 of (((_697_all).dtor_value).dtor_values).Elements) { let _698_v = _compr_29;
    if (_dafny.Seq.contains(((_697_all).dtor_value).dtor_values, _698_v)) {
      _coll32.add(_698_v);
    }
  }
  return _coll32;
}()));
        }
      }
    };
    static ReduceCall(fn, args) {
      let _699_all = PartialEvaluation.__default.Gather(args);
      if ((_699_all).is_None) {
        return Residuals.Residual.create_CallR(fn, args);
      } else  {
        if (((_699_all).dtor_value).is_ErrAny) {
          return Residuals.Residual.create_ErrorR(((_699_all).dtor_value).dtor_error);
        } else  {
          return PartialEvaluation.__default.Done(Extensions.__default.CallExtension(fn, ((_699_all).dtor_value).dtor_values));
        }
      }
    };
    static Gather(rs) {
      let _source65 = rs;
      if (_source65.is_NoResiduals) {
        return Values.Option.create_Some(Values.Results.create_OkAll(_dafny.Seq.of()));
      } else  {
        let _700_first = (_source65).first;
        let _701_rest = (_source65).rest;
        if ((_700_first).is_ErrorR) {
          return Values.Option.create_Some(Values.Results.create_ErrAny((_700_first).dtor_error));
        } else  {
          if (!((_700_first).is_ValueR)) {
            return Values.Option.create_None();
          } else  {
            let _702_others = PartialEvaluation.__default.Gather(_701_rest);
            if (((_702_others).is_None) || (((_702_others).dtor_value).is_ErrAny)) {
              return _702_others;
            } else  {
              return Values.Option.create_Some(Values.Results.create_OkAll(_dafny.Seq.Concat(_dafny.Seq.of((_700_first).dtor_value), ((_702_others).dtor_value).dtor_values)));
            }
          }
        }
      }
    };
    static ReduceRecord(fields) {
      let _703_all = PartialEvaluation.__default.GatherFields(fields, _dafny.Map.of());
      if ((_703_all).is_None) {
        return Residuals.Residual.create_RecordR(fields);
      } else  {
        return PartialEvaluation.__default.Done((_703_all).dtor_value);
      }
    };
    static GatherFields(fields, before) {
      let _source66 = fields;
      if (_source66.is_NoResidualFields) {
        return Values.Option.create_Some(Values.Result.create_Ok(Values.Value.create_RecordV(before)));
      } else  {
        let _704_key = (_source66).key;
        let _705_field = (_source66).field;
        let _706_others = (_source66).others;
        if ((_705_field).is_ErrorR) {
          return Values.Option.create_Some(Values.Result.create_Err((_705_field).dtor_error));
        } else  {
          if (!((_705_field).is_ValueR)) {
            return Values.Option.create_None();
          } else  {
            return PartialEvaluation.__default.GatherFields(_706_others, (before).update(_704_key, (_705_field).dtor_value));
          }
        }
      }
    };
  };
  return $module;
})(); // end of module PartialEvaluation
let PartialAuthorizer = (function() {
  let $module = {};








  $module.ResidualPolicy = class ResidualPolicy {
    constructor(tag) { this.$tag = tag; }
    static create_ResidualPolicy(id,effect,condition) {
      let $dt = new ResidualPolicy(0);
      $dt.id = id;
      $dt.effect = effect;
      $dt.condition = condition;
      return $dt;
    }
    get is_ResidualPolicy() { return this.$tag === 0; }
    get dtor_id() { return this.id; }
    get dtor_effect() { return this.effect; }
    get dtor_condition() { return this.condition; }
    toString() {
      if (this.$tag === 0) {
        return "PartialAuthorizer.ResidualPolicy.ResidualPolicy" + "(" + _dafny.toString(this.id) + ", " + _dafny.toString(this.effect) + ", " + _dafny.toString(this.condition) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.id, other.id) && _dafny.areEqual(this.effect, other.effect) && _dafny.areEqual(this.condition, other.condition);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialAuthorizer.ResidualPolicy.create_ResidualPolicy(_dafny.Seq.of(), Policies.Effect.Rtd().Default, Residuals.Residual.Rtd().Default);
        }
      };
    }
  }

  $module.Verdict = class Verdict {
    constructor(tag) { this.$tag = tag; }
    static create_Holds() {
      let $dt = new Verdict(0);
      return $dt;
    }
    static create_DoesNotHold() {
      let $dt = new Verdict(1);
      return $dt;
    }
    static create_Fails() {
      let $dt = new Verdict(2);
      return $dt;
    }
    static create_Open() {
      let $dt = new Verdict(3);
      return $dt;
    }
    get is_Holds() { return this.$tag === 0; }
    get is_DoesNotHold() { return this.$tag === 1; }
    get is_Fails() { return this.$tag === 2; }
    get is_Open() { return this.$tag === 3; }
    static get AllSingletonConstructors() {
      return this.AllSingletonConstructors_();
    }
    static *AllSingletonConstructors_() {
      yield Verdict.create_Holds();
      yield Verdict.create_DoesNotHold();
      yield Verdict.create_Fails();
      yield Verdict.create_Open();
    }
    toString() {
      if (this.$tag === 0) {
        return "PartialAuthorizer.Verdict.Holds";
      } else if (this.$tag === 1) {
        return "PartialAuthorizer.Verdict.DoesNotHold";
      } else if (this.$tag === 2) {
        return "PartialAuthorizer.Verdict.Fails";
      } else if (this.$tag === 3) {
        return "PartialAuthorizer.Verdict.Open";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0;
      } else if (this.$tag === 1) {
        return other.$tag === 1;
      } else if (this.$tag === 2) {
        return other.$tag === 2;
      } else if (this.$tag === 3) {
        return other.$tag === 3;
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialAuthorizer.Verdict.create_Holds();
        }
      };
    }
  }

  $module.PartialResponse = class PartialResponse {
    constructor(tag) { this.$tag = tag; }
    static create_PartialResponse(decision,must,may,erroring,residuals) {
      let $dt = new PartialResponse(0);
      $dt.decision = decision;
      $dt.must = must;
      $dt.may = may;
      $dt.erroring = erroring;
      $dt.residuals = residuals;
      return $dt;
    }
    get is_PartialResponse() { return this.$tag === 0; }
    get dtor_decision() { return this.decision; }
    get dtor_must() { return this.must; }
    get dtor_may() { return this.may; }
    get dtor_erroring() { return this.erroring; }
    get dtor_residuals() { return this.residuals; }
    toString() {
      if (this.$tag === 0) {
        return "PartialAuthorizer.PartialResponse.PartialResponse" + "(" + _dafny.toString(this.decision) + ", " + _dafny.toString(this.must) + ", " + _dafny.toString(this.may) + ", " + _dafny.toString(this.erroring) + ", " + _dafny.toString(this.residuals) + ")";
      } else  {
        return "<unexpected>";
      }
    }
    equals(other) {
      if (this === other) {
        return true;
      } else if (this.$tag === 0) {
        return other.$tag === 0 && _dafny.areEqual(this.decision, other.decision) && _dafny.areEqual(this.must, other.must) && _dafny.areEqual(this.may, other.may) && _dafny.areEqual(this.erroring, other.erroring) && _dafny.areEqual(this.residuals, other.residuals);
      } else  {
        return false; // unexpected
      }
    }
    static Rtd() {
      return class {
        static get Default() {
          return PartialAuthorizer.PartialResponse.create_PartialResponse(Values.Option.Rtd().Default, _dafny.Set.Empty, _dafny.Set.Empty, _dafny.Set.Empty, _dafny.Seq.of());
        }
      };
    }
  }

  $module.__default = class __default {
    constructor () {
      this._tname = "PartialAuthorizer._default";
    }
    static ResidualPolicyOf(p, known) {
      return PartialAuthorizer.ResidualPolicy.create_ResidualPolicy((p).dtor_id, (p).dtor_effect, PartialEvaluation.__default.PartiallyEvaluate(Policies.__default.Condition(p), known));
    };
    static Judge(condition) {
      if (_dafny.areEqual(condition, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(true)))) {
        return PartialAuthorizer.Verdict.create_Holds();
      } else  {
        if (_dafny.areEqual(condition, Residuals.Residual.create_ValueR(Values.Value.create_BoolV(false)))) {
          return PartialAuthorizer.Verdict.create_DoesNotHold();
        } else  {
          if (((condition).is_ValueR) || (Residuals.__default.MustFail(condition))) {
            return PartialAuthorizer.Verdict.create_Fails();
          } else  {
            return PartialAuthorizer.Verdict.create_Open();
          }
        }
      }
    };
    static Judged(effect, verdict, residuals) {
      return function () {
        let _coll33 = new _dafny.Set();
        for (const _compr_30 of (residuals).Elements) { let _707_r = _compr_30;
          if (((_dafny.Seq.contains(residuals, _707_r)) && (_dafny.areEqual((_707_r).dtor_effect, effect))) && (_dafny.areEqual(PartialAuthorizer.__default.Judge((_707_r).dtor_condition), verdict))) {
            _coll33.add((_707_r).dtor_id);
          }
        }
        return _coll33;
      }();
    };
    static IsAuthorizedPartially(policies, known) {
      return PartialAuthorizer.__default.PartiallyRespond(PartialAuthorizer.__default.ResidualPoliciesOf(policies, known));
    };
    static ResidualPoliciesOf(policies, known) {
      if (_dafny.areEqual(policies, _dafny.Seq.of())) {
        return _dafny.Seq.of();
      } else  {
        return _dafny.Seq.Concat(_dafny.Seq.of(PartialAuthorizer.__default.ResidualPolicyOf((policies)[new BigNumber(0)], known)), PartialAuthorizer.__default.ResidualPoliciesOf((policies).slice(new BigNumber(1)), known));
      }
    };
    static PartiallyRespond(residuals) {
      let _708_permits = PartialAuthorizer.__default.Judged(Policies.Effect.create_Permit(), PartialAuthorizer.Verdict.create_Holds(), residuals);
      let _709_forbids = PartialAuthorizer.__default.Judged(Policies.Effect.create_Forbid(), PartialAuthorizer.Verdict.create_Holds(), residuals);
      let _710_mayPermit = PartialAuthorizer.__default.Judged(Policies.Effect.create_Permit(), PartialAuthorizer.Verdict.create_Open(), residuals);
      let _711_mayForbid = PartialAuthorizer.__default.Judged(Policies.Effect.create_Forbid(), PartialAuthorizer.Verdict.create_Open(), residuals);
      return PartialAuthorizer.PartialResponse.create_PartialResponse(PartialAuthorizer.__default.Decide(_708_permits, _710_mayPermit, _709_forbids, _711_mayForbid), (!(_709_forbids).equals(_dafny.Set.fromElements())) ? (_709_forbids) : ((!(_711_mayForbid).equals(_dafny.Set.fromElements())) ? (_dafny.Set.fromElements()) : (_708_permits)), (!(_709_forbids).equals(_dafny.Set.fromElements())) ? ((_709_forbids).Union(_711_mayForbid)) : (((_708_permits).Union(_710_mayPermit)).Union(_711_mayForbid)), (PartialAuthorizer.__default.Judged(Policies.Effect.create_Permit(), PartialAuthorizer.Verdict.create_Fails(), residuals)).Union(PartialAuthorizer.__default.Judged(Policies.Effect.create_Forbid(), PartialAuthorizer.Verdict.create_Fails(), residuals)), residuals);
    };
    static Decide(permits, mayPermit, forbids, mayForbid) {
      if ((!(forbids).equals(_dafny.Set.fromElements())) || (((permits).equals(_dafny.Set.fromElements())) && ((mayPermit).equals(_dafny.Set.fromElements())))) {
        return Values.Option.create_Some(Authorizer.Decision.create_Deny());
      } else  {
        if ((!(permits).equals(_dafny.Set.fromElements())) && ((mayForbid).equals(_dafny.Set.fromElements()))) {
          return Values.Option.create_Some(Authorizer.Decision.create_Allow());
        } else  {
          return Values.Option.create_None();
        }
      }
    };
    static ReducePolicies(residuals, known) {
      if (_dafny.areEqual(residuals, _dafny.Seq.of())) {
        return _dafny.Seq.of();
      } else  {
        let _712_first = (residuals)[new BigNumber(0)];
        return _dafny.Seq.Concat(_dafny.Seq.of(PartialAuthorizer.ResidualPolicy.create_ResidualPolicy((_712_first).dtor_id, (_712_first).dtor_effect, PartialEvaluation.__default.Reduce((_712_first).dtor_condition, known))), PartialAuthorizer.__default.ReducePolicies((residuals).slice(new BigNumber(1)), known));
      }
    };
    static Reauthorize(residuals, env) {
      return Authorizer.__default.Respond(PartialAuthorizer.__default.SatisfiedResiduals(Policies.Effect.create_Permit(), residuals, env), PartialAuthorizer.__default.SatisfiedResiduals(Policies.Effect.create_Forbid(), residuals, env), PartialAuthorizer.__default.ErroringResiduals(residuals, env));
    };
    static FinalOutcome(r, env) {
      return Evaluator.__default.AsBool(Residuals.__default.Finish((r).dtor_condition, env));
    };
    static SatisfiedResiduals(effect, residuals, env) {
      return function () {
        let _coll34 = new _dafny.Set();
        for (const _compr_31 of (residuals).Elements) { let _713_r = _compr_31;
          if (((_dafny.Seq.contains(residuals, _713_r)) && (_dafny.areEqual((_713_r).dtor_effect, effect))) && (_dafny.areEqual(PartialAuthorizer.__default.FinalOutcome(_713_r, env), Values.Result.create_Ok(Values.Value.create_BoolV(true))))) {
            _coll34.add((_713_r).dtor_id);
          }
        }
        return _coll34;
      }();
    };
    static ErroringResiduals(residuals, env) {
      return function () {
        let _coll35 = new _dafny.Set();
        for (const _compr_32 of (residuals).Elements) { let _714_r = _compr_32;
          if ((_dafny.Seq.contains(residuals, _714_r)) && ((PartialAuthorizer.__default.FinalOutcome(_714_r, env)).is_Err)) {
            _coll35.add(Authorizer.PolicyError.create_PolicyError((_714_r).dtor_id, (PartialAuthorizer.__default.FinalOutcome(_714_r, env)).dtor_error));
          }
        }
        return _coll35;
      }();
    };
  };
  return $module;
})(); // end of module PartialAuthorizer
let Loading = (function() {
  let $module = {};










  $module.__default = class __default {
    constructor () {
      this._tname = "Loading._default";
    }
    static Needed(r) {
      let _source67 = r;
      if (_source67.is_ValueR) {
        let _715_value = (_source67).value;
        return _dafny.Set.fromElements();
      } else if (_source67.is_ErrorR) {
        let _716_error = (_source67).error;
        return _dafny.Set.fromElements();
      } else if (_source67.is_VariableR) {
        let _717_variable = (_source67).variable;
        return _dafny.Set.fromElements();
      } else if (_source67.is_AndR) {
        let _718_left = (_source67).left;
        let _719_right = (_source67).right;
        return (Loading.__default.Needed(_718_left)).Union(Loading.__default.Needed(_719_right));
      } else if (_source67.is_OrR) {
        let _720_left = (_source67).left;
        let _721_right = (_source67).right;
        return (Loading.__default.Needed(_720_left)).Union(Loading.__default.Needed(_721_right));
      } else if (_source67.is_IfR) {
        let _722_test = (_source67).test;
        let _723_yes = (_source67).yes;
        let _724_no = (_source67).no;
        return ((Loading.__default.Needed(_722_test)).Union(Loading.__default.Needed(_723_yes))).Union(Loading.__default.Needed(_724_no));
      } else if (_source67.is_UnaryR) {
        let _725_op = (_source67).unary;
        let _726_arg = (_source67).arg;
        return Loading.__default.Needed(_726_arg);
      } else if (_source67.is_BinaryR) {
        let _727_op = (_source67).binary;
        let _728_left = (_source67).left;
        let _729_right = (_source67).right;
        return ((Loading.__default.Needed(_728_left)).Union(Loading.__default.Needed(_729_right))).Union((((_dafny.areEqual(_727_op, Expressions.BinaryOp.create_In())) || (_dafny.areEqual(_727_op, Expressions.BinaryOp.create_HasTag()))) || (_dafny.areEqual(_727_op, Expressions.BinaryOp.create_GetTag()))) ? (Loading.__default.EntityIn(_728_left)) : (_dafny.Set.fromElements()));
      } else if (_source67.is_LikeR) {
        let _730_arg = (_source67).arg;
        let _731_pattern = (_source67).pattern;
        return Loading.__default.Needed(_730_arg);
      } else if (_source67.is_IsR) {
        let _732_arg = (_source67).arg;
        let _733_entityType = (_source67).entityType;
        return Loading.__default.Needed(_732_arg);
      } else if (_source67.is_HasR) {
        let _734_arg = (_source67).arg;
        let _735_name = (_source67).name;
        return (Loading.__default.Needed(_734_arg)).Union(Loading.__default.EntityIn(_734_arg));
      } else if (_source67.is_GetR) {
        let _736_arg = (_source67).arg;
        let _737_name = (_source67).name;
        return (Loading.__default.Needed(_736_arg)).Union(Loading.__default.EntityIn(_736_arg));
      } else if (_source67.is_SetR) {
        let _738_elements = (_source67).elements;
        return Loading.__default.NeededByAll(_738_elements);
      } else if (_source67.is_RecordR) {
        let _739_fields = (_source67).fields;
        return Loading.__default.NeededByFields(_739_fields);
      } else  {
        let _740_fn = (_source67).fn;
        let _741_args = (_source67).args;
        return Loading.__default.NeededByAll(_741_args);
      }
    };
    static NeededByAll(rs) {
      let _source68 = rs;
      if (_source68.is_NoResiduals) {
        return _dafny.Set.fromElements();
      } else  {
        let _742_first = (_source68).first;
        let _743_rest = (_source68).rest;
        return (Loading.__default.Needed(_742_first)).Union(Loading.__default.NeededByAll(_743_rest));
      }
    };
    static NeededByFields(fields) {
      let _source69 = fields;
      if (_source69.is_NoResidualFields) {
        return _dafny.Set.fromElements();
      } else  {
        let _744_key = (_source69).key;
        let _745_field = (_source69).field;
        let _746_others = (_source69).others;
        return (Loading.__default.Needed(_745_field)).Union(Loading.__default.NeededByFields(_746_others));
      }
    };
    static EntityIn(r) {
      if (((r).is_ValueR) && (((r).dtor_value).is_EntityV)) {
        return _dafny.Set.fromElements(((r).dtor_value).dtor_uid);
      } else  {
        return _dafny.Set.fromElements();
      }
    };
    static NeededByPolicies(residuals) {
      return function () {
        let _coll36 = new _dafny.Set();
        for (const _compr_33 of (residuals).Elements) { let _747_r = _compr_33;
          for (const _compr_34 of (Loading.__default.Needed((_747_r).dtor_condition)).Elements) { let _748_uid = _compr_34;
            if (((_dafny.Seq.contains(residuals, _747_r)) && (_dafny.areEqual(PartialAuthorizer.__default.Judge((_747_r).dtor_condition), PartialAuthorizer.Verdict.create_Open()))) && ((Loading.__default.Needed((_747_r).dtor_condition)).contains(_748_uid))) {
              _coll36.add(_748_uid);
            }
          }
        }
        return _coll36;
      }();
    };
    static Load(known, uids, entities) {
      let _749_listed = ((known).dtor_entities).dtor_listed;
      let _750_there = function () {
        let _coll37 = new _dafny.Set();
        for (const _compr_35 of (uids).Elements) { let _751_uid = _compr_35;
          if (((uids).contains(_751_uid)) && ((entities).contains(_751_uid))) {
            _coll37.add(_751_uid);
          }
        }
        return _coll37;
      }();
      let _752_all = function () {
        let _coll38 = new _dafny.Map();
        for (const _753_uid of (((_749_listed).Keys).Union(_750_there)).Elements) {
          if ((((_749_listed).Keys).Union(_750_there)).contains(_753_uid)) {
            _coll38.push([_753_uid,((_750_there).contains(_753_uid)) ? (PartialData.__default.KnownEntity(_753_uid, entities)) : ((_749_listed).get(_753_uid))]);
          }
        }
        return _coll38;
      }();
      let _754_missing = function () {
        let _coll39 = new _dafny.Set();
        for (const _compr_36 of (uids).Elements) { let _755_uid = _compr_36;
          if (((uids).contains(_755_uid)) && (!(entities).contains(_755_uid))) {
            _coll39.add(_755_uid);
          }
        }
        return _coll39;
      }();
      return PartialData.Knowledge.create_Knowledge((known).dtor_request, PartialData.PartialEntities.create_PartialEntities(_752_all, (((known).dtor_entities).dtor_missing).Union(_754_missing), ((known).dtor_entities).dtor_complete), (known).dtor_schema);
    };
    static DecideByLoading(residuals, known, entities, rounds) {
      let _756_reduced = PartialAuthorizer.__default.ReducePolicies(residuals, known);
      let _757_decision = (PartialAuthorizer.__default.PartiallyRespond(_756_reduced)).dtor_decision;
      if (((_757_decision).is_Some) || ((rounds).isEqualTo(new BigNumber(0)))) {
        return _757_decision;
      } else  {
        return Loading.__default.DecideByLoading(_756_reduced, Loading.__default.Load(known, Loading.__default.NeededByPolicies(_756_reduced), entities), entities, (rounds).minus(new BigNumber(1)));
      }
    };
  };
  return $module;
})(); // end of module Loading
let _module = (function() {
  let $module = {};


































  return $module;
})(); // end of module _module
export { BigNumber, _dafny as runtime, Model, Values, Hierarchy, Patterns, Expressions, Text, Decimals, IpAddresses, Datetimes, Durations, Extensions, Evaluator, Policies, Authorizer, PolicyIndex, Types, Schemas, Conformance, OperatorTypes, Signatures, TypeChecker, Validator, Declarations, EntityValidation, RequestValidation, Levels, Slices, Residuals, PartialData, Prospects, PartialEvaluation, PartialAuthorizer, Loading };
